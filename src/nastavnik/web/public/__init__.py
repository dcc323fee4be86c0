"""Pages that anybody opens by a link or a code."""
