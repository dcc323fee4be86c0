"""Backup, restore, doctor.

Russian name: эксплуатация. Neighbours below: documents, all below.
"""
