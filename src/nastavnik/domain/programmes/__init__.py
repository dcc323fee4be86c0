"""Programmes, modules, stages, roadmaps, participations and the profiles that matching reads.

Russian name: программы. Neighbours below: consents, people.
"""
