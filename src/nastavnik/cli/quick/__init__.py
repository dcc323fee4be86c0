"""`nastavnik quick`: two lists in, pairs with their papers out. Nothing here knows a database."""
