"""Problems too large for a table of all pairs: the search through all pairs, and the independent check of a plan."""
