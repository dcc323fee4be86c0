"""Measures and reports: every figure with n, date and definition.

Russian name: мониторинг. Neighbours below: matching, mentorships, programmes.
"""
