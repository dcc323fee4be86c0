"""Files kept outside the database: stored, named by chance, given out by the rights of what owns them.

Russian name: файлы. Neighbours below: people, organisations.
"""
