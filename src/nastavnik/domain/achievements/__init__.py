"""What people reached: achievements, projects and their defence, portfolios, sharing, recognition, stories, alumni.

Russian name: достижения. Neighbours below: mentorships, files.
"""
