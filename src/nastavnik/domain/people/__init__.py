"""Users, persons, guardians, roles, clearance of adults, enrolment in study groups, signing in.

Russian name: люди. Neighbours below: organisations.
"""
