"""What needs me today: one place for every role.

Russian name: сегодня. Neighbours below: all rooms.
"""
