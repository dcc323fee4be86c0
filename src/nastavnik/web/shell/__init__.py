"""Page frame, signing in, theme, gallery of components, error pages.

Russian name: рамка. Neighbours below: access, domain.
"""
