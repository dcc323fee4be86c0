"""Pages of the room `conversations`."""
