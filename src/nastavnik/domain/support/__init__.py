"""Looking after pairs: whom to call and what to ask, the monthly talk, the pulse of both sides, what is put off.

Russian name: сопровождение. Neighbours below: mentorships, intake, events.
"""
