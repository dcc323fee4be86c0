"""What every room stands on: life cycles, jobs, audit, clock, links, versions, errors. Knows Django, no rules.

Russian name: основа. Neighbours below: none.
"""
