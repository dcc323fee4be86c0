"""Pages of the registers, one file a page."""
