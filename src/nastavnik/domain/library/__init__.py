"""Memos and materials for mentors, families and staff.

Russian name: библиотека. Neighbours below: programmes.
"""
