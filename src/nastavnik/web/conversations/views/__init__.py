"""Pages of conversations, by subject."""
