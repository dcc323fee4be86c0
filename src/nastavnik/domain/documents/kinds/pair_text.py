"""What papers say of one pair or group: who, in which form, for how long, and the lines that they sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.documents.kinds.chapters import capital, quoted
from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.rendering.blocks import Columns, Fields, Signatures
from nastavnik.domain.documents.rendering.words import held, term
from nastavnik.domain.people.names import Case, initials, signed

ABOUT = ("Форма", "Вид", "Ролевая модель", "Срок")


@dataclass(frozen=True)
class Step:
    """A step of the plan; `goal` is what it leads to, `expected` what is planned to come of it, `who` does it, `mark`
    the mentor's: words, as the page says them."""

    title: str
    goal: str = ""
    term: str = ""
    who: str = ""
    result: str = ""
    expected: str = ""
    mark: str = ""


@dataclass(frozen=True)
class PairText:
    """`title` is the group's own name; `needs` what the mentees ask for, `goals` what they want to reach; `measures`
    are difficulties named in the plan with the steps against them, `changes` day and words of extensions and
    corrections."""

    programme: str
    mentors: tuple[Participant, ...]
    mentees: tuple[Participant, ...]
    title: str = ""
    form: str = ""
    role_model: str = ""
    kind: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    needs: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    measures: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def term(self) -> str:
        return term(self.starts_on, self.ends_on)

    @property
    def short(self) -> str:
        """«Воронов Я. Р. – Черных П. С.», or the name of the group."""
        return self.title or " – ".join(
            ", ".join(initials(one.name) for one in people) for people in (self.mentors, self.mentees)
        )


def called(people: Sequence[Participant], one: str, many: str) -> str:
    return many if len(people) > 1 else one


def pair_fields(pair: PairText) -> list[tuple[str, str]]:
    """The head of a paper of a pair: who, form, term."""
    return [
        *((("Группа", pair.title),) if pair.title else ()),
        (called(pair.mentors, "Наставник", "Наставники"), listed_people(pair.mentors)),
        (called(pair.mentees, "Наставляемый", "Наставляемые"), listed_people(pair.mentees)),
        *((("Форма", quoted(pair.form)),) if pair.form else ()),
        *((("Вид", _small(pair.kind)),) if pair.kind else ()),
        *((("Ролевая модель", capital(pair.role_model)),) if pair.role_model else ()),
        ("Срок", pair.term),
    ]


def pair_columns(pair: PairText) -> Columns:
    """The same in two columns, for a sideways page."""
    rows = pair_fields(pair)
    people = [row for row in rows if row[0] not in ABOUT]
    return Columns((Fields(tuple(people)),), (Fields(tuple(row for row in rows if row not in people)),))


def listed_people(people: Sequence[Participant]) -> str:
    """Each with the class or post, in the nominative."""
    return "; ".join(held(one.full(Case.NOMINATIVE)) for one in people)


def pair_signatures(pair: PairText, title: str = "") -> Signatures:
    """A line with the day for each of them, under the words that they sign."""
    rows = [*(("Наставник", one) for one in pair.mentors), *(("Наставляемый", one) for one in pair.mentees)]
    return Signatures(tuple((role, signed(one.name)) for role, one in rows), title, dated=True)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
