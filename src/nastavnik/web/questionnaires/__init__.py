"""Pages of the room `questionnaires`."""
