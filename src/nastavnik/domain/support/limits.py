"""The numbers of the room."""

LEAST_DAYS, MOST_DAYS, USUAL_DAYS = 7, 180, 30  # between two talks
MOST_SNOOZED = 60  # days
LOWEST, HIGHEST = 1, 10  # a mark
