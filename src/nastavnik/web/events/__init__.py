"""Pages of the room `events`."""
