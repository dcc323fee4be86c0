"""Nastavnik («Наставник»): mentoring programmes of a school, from the idea to the certificate."""

__version__ = "0.1.0"
