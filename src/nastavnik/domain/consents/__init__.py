"""What was agreed to, by whom, until when; the predicate that gates every use of a child's data.

Russian name: согласия. Neighbours below: notifications, people.
"""
