"""Pages of the room `mentorships`."""
