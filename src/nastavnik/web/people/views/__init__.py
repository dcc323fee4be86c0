"""Pages of people, one file a page or a small family of pages."""
