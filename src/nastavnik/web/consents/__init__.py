"""Pages of the room `consents`."""
