"""The invented school: every row of it made by the product's own actions, on days counted back from today.

Russian name: показательная школа. Neighbours below: access, domain.
"""
