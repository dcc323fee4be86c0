"""Pairs, groups, teams: agreement, plan, meetings, diary, radar, closing.

Russian name: пары и группы. Neighbours below: programmes, consents.
"""
