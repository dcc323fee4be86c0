"""What people reached: achievements, joint projects and their defence, portfolios, experience that is shared.

Russian name: достижения. Neighbours below: mentorships, files.
"""
