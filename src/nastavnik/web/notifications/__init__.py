"""Pages of the room `notifications`."""
