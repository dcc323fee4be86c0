"""Plans of pairs: personalised programme or development plan, reviews of goals, signals, advice, teachers' sheets.

Russian name: планы пар. Neighbours below: mentorships, library.
"""
