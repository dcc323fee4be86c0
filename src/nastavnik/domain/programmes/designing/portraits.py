"""Which portraits of the catalogues the answers draw: those of the format, chosen among several by what is seen."""

from nastavnik.domain.programmes.designing.answers import Answers, Mentee, Mentor, Portrait
from nastavnik.domain.programmes.designing.tables import REVERSED
from nastavnik.domain.programmes.shipped.portraits import MENTEES, MENTORS
from nastavnik.domain.programmes.shipped.shape import Entry

ANY_PUPIL, ANY_TEACHER, FOR_PUPILS, FOR_TEACHERS = "any_pupil", "any_teacher", "any_for_pupils", "any_for_teachers"
PEER, EQUALS = "peer", "равный–равному"

# What is seen → codes of portraits, the nearest of the format's own is taken.
NEAREST: dict[str, tuple[str, ...]] = {
    Portrait.PASSIVE: ("passive", "needs_ground"),
    Portrait.STUDY: ("passive", "needs_ground"),
    Portrait.SHY: ("passive", "needs_ground"),
    Portrait.NEWCOMER: ("passive", "needs_ground"),
    Portrait.SPECIAL: ("active", "needs_ground"),
    Portrait.ACTIVE: ("active", "unopened"),
    Portrait.GIFTED: ("active", "unopened"),
    Portrait.UNINFORMED: ("active", "unopened"),
    Portrait.YOUNG: ("young_teacher",),
    Portrait.SUBJECT: ("young_teacher",),
    Portrait.NEW_STAFF: ("new_colleague",),
    Portrait.STRAINED: ("new_colleague",),
    Portrait.TRADITIONAL: ("new_colleague",),
    Portrait.FAMILY: ("parent",),
}


def mentor_portraits(answers: Answers, mentoring_format: str, role_model: str) -> tuple[str, ...]:
    """Codes of the catalogue of mentors' portraits."""
    if (answers.mentor, answers.mentee) in REVERSED:
        return (FOR_TEACHERS if answers.mentee == Mentee.TEACHER else FOR_PUPILS,)
    if role_model == EQUALS and answers.mentor in (Mentor.PUPIL, Mentor.STUDENT):
        return (PEER,)
    return tuple(_of_format(MENTORS, mentoring_format)[:1])


def mentee_portraits(answers: Answers, mentoring_format: str) -> tuple[str, ...]:
    """Codes of the catalogue of mentees' portraits."""
    own = _of_format(MENTEES, mentoring_format)
    if (answers.mentor, answers.mentee) in REVERSED or (answers.mentee == Mentee.PARENT and "parent" not in own):
        return ("parent",) if answers.mentee == Mentee.PARENT else (_anybody(answers),)
    return tuple(code for code in NEAREST[answers.seen] if code in own)[:1] or tuple(own[:1])


def _anybody(answers: Answers) -> str:
    return ANY_TEACHER if answers.mentee == Mentee.TEACHER else ANY_PUPIL


def _of_format(entries: tuple[Entry, ...], mentoring_format: str) -> list[str]:
    return [one.code for one in entries if mentoring_format in one.formats]
