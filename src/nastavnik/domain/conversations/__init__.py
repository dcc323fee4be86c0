"""Conversations with a second adult, requests for help, and what a child tells past the mentor.

Russian name: переписка и помощь. Neighbours below: mentorships.
"""
