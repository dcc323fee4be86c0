"""When to meet: offers of times, weekly meetings, the school's timetable, calendars, invitations, reminders.

Russian name: календарь. Neighbours below: mentorships, notifications.
"""
