"""Texts that come with the product, in its own words."""
