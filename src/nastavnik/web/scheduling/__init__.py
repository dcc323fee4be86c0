"""Pages of meetings that lie ahead: lists, times, weekly meetings, calendars.

Russian name: календарь. Neighbours below: access, domain.
"""
