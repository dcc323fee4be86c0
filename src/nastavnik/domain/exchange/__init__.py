"""Tables in and out: lists of people from .xlsx, .xls, .ods and .csv, read into records with issues.

Обмен таблицами. Below: people (comparing names and telephones), core.
"""
