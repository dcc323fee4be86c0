"""From the bytes of a file to records with issues. Pure: no database, no clock, importable without Django set up.

sniff (what is it, is it safe) → isolated (parsed in a process with limits) → table (which sheet, which rows)
→ people (which columns, one record per row) → report, refused (JSON, a workbook of what was refused).
"""
