"""Pages of the room `organisations`."""
