"""Chapters of the story, one file a subject; each puts its acts into the timeline."""
