"""Template and plain data in, bytes out. Pure: no Django, no database, no clock."""
