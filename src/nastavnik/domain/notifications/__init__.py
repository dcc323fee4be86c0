"""The outbox: letters and messages that leave after the transaction which caused them.

Russian name: оповещения. Neighbours below: files, people.
"""
