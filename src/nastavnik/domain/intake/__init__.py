"""How people come in: applications, their review, interviews, admission of mentors.

Russian name: приём: заявки, отбор, допуск. Neighbours below: events, programmes, questionnaires, consents.
"""
