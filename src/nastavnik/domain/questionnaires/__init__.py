"""What is asked and what was answered: versions that never change once answered, scales, conditions, scoring.

Russian name: анкеты. Neighbours below: people, files, organisations.
"""
