"""Pages of papers, one file a page or a small family of pages."""
