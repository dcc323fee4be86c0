"""Pages of the room `privacy`, by subject."""
