"""The two registers of a school: who is helped and who helps, as lists, as tables out, and as a map of needs.

Базы наставляемых и наставников. Below: the tables of exchange; mentorships, intake, programmes, consents, people.
"""
