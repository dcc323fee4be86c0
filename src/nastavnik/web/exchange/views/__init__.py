"""Views by page: file and steps, columns, check, what was done and its way back."""
