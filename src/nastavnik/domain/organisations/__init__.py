"""Institutions, territories, partners, academic years, study groups.

Russian name: организации. Neighbours below: core.
"""
