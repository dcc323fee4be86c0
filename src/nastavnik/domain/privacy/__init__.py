"""What is held of a person, their rights, retention and erasure; it may reach every room.

Russian name: персональные данные. Neighbours below: all rooms.
"""
