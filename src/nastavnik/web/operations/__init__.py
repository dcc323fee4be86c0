"""Pages of the room `operations`."""
