"""Pages of the two registers: the pool of mentees and the pool of mentors."""
