"""Scans of sheets, pure of the database: pages drawn, square codes read, a file of many sheets taken apart.

limits → pages, pictures, blank, sheets (run in a process with limits) → isolated (starts that process).
"""
