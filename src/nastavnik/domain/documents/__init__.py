"""Orders, certificates, reports as papers; numbering, approval, check codes.

Russian name: документы. Neighbours below: monitoring, mentorships.
"""
