"""Pages: one room a subject, the same names as in the domain.

Russian name: страницы. Neighbours below: access, domain.
"""
