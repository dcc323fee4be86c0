"""Pages of the room `privacy`."""
