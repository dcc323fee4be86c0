"""The one model carries the five programmes from which the product was ordered, told in our own words."""
