"""Who may open which page: one row a page, one letter a role; the handbook's table is made of it.

Letters: `y` opens (200 or, for a submit, a redirect), `-` is refused (403), `?` belongs to somebody else and cannot
be told from missing (404). A visitor is asked to sign in wherever the page is not public.
"""

ROLES = (
    "administrator", "coordinator", "head", "teacher", "psychologist", "mentor", "mentee", "guardian",
    "municipal_operator", "regional_operator",
)  # fmt: skip
