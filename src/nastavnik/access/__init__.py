"""Who may open what: page doors, fetching rows, the organisation of a request, refusals, submits that count once.

Russian name: доступ. Neighbours below: domain.
"""
