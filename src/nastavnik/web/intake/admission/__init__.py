"""Pages of the admission of mentors."""
