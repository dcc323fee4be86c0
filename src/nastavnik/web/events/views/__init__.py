"""Pages of the room, one file a page or a few that belong together."""
