"""The commands of the terminal. Those which need no database do not load Django's settings.

Russian name: команды. Neighbours below: demo, access, domain.
"""
