"""Pages of the room `support`."""
