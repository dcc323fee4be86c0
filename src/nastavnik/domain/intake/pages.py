"""Which page of an application asks what, and which pages one applicant meets. Pure: no database, no words.

One question a page, in an order in which every answer may close later questions. What the law or matching cannot do
without is `needed`; all other pages can be skipped, and the intake decides which of the `EXTRAS` are asked at all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

MENTOR, MENTEE = "mentor", "mentee"
SELF, GUARDIAN = "self", "guardian"
OF_AGE = 18
FIRST_OWN_AGE = 14
LAST_SCHOOL_AGE = 20


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the intake and its module say, the same for everybody who applies."""

    roles: tuple[str, ...] = (MENTEE, MENTOR)
    grown_ups_only: bool = False
    times_matter: bool = True
    extras: frozenset[str] = frozenset()
    by_staff: bool = False  # entered from paper or for a child: the source is known, nobody is asked who writes


@dataclass(frozen=True, kw_only=True)
class Said:
    """What steers the way: the role, who writes, full years (None: unknown), and the fields that hold something."""

    role: str = ""
    source: str = SELF
    age: int | None = None
    needs: int = 0
    filled: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_grown_up(self) -> bool:
        return self.age is not None and self.age >= OF_AGE

    @property
    def may_be_child(self) -> bool:
        """An unknown age counts as a child's: it must not open a gate."""
        return not self.is_grown_up


Asked = Callable[[Said, Setting], bool]


@dataclass(frozen=True)
class Page:
    """`fields` are columns of the application; of `one_of` at least one is needed, `needed` are needed each."""

    code: str
    fields: tuple[str, ...]
    asked: Asked
    needed: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()

    @property
    def can_be_skipped(self) -> bool:
        return not self.needed and not self.one_of


def _always(said: Said, setting: Setting) -> bool:
    return True


def _of(role: str) -> Asked:
    return lambda said, setting: said.role == role


def _extra(code: str, role: str = "") -> Asked:
    return lambda said, setting: code in setting.extras and (not role or said.role == role)


def _learns_here(said: Said, setting: Setting) -> bool:
    """Pupils have a class. A mentee of a programme of pupils is one, a mentor may be."""
    if setting.grown_ups_only:
        return False
    return said.role == MENTEE or said.age is None or said.age < LAST_SCHOOL_AGE


def _works(said: Said, setting: Setting) -> bool:
    return setting.grown_ups_only or (said.role == MENTOR and said.is_grown_up)


def _has_guardian(said: Said, setting: Setting) -> bool:
    return said.may_be_child and not setting.grown_ups_only


def _can_be_reached(said: Said, setting: Setting) -> bool:
    """A child under fourteen is reached through the parent and the school: no telephone is asked."""
    return setting.grown_ups_only or (said.age is not None and said.age >= FIRST_OWN_AGE)


def _must_be_reached(said: Said, setting: Setting) -> bool:
    return setting.grown_ups_only or said.is_grown_up


PAGES: tuple[Page, ...] = (
    Page("role", ("role",), lambda said, setting: len(setting.roles) > 1, needed=("role",)),
    Page("who", ("source",), lambda said, setting: not (setting.grown_ups_only or setting.by_staff), ("source",)),
    Page("name", ("surname", "given_name", "patronymic"), _always, needed=("surname", "given_name")),
    Page("birth", ("birth_date",), _always, needed=("birth_date",)),
    Page("group", ("study_group", "group_words"), _learns_here),
    Page("post", ("post", "workplace"), _works, needed=("post",)),
    Page("need", ("needs",), _of(MENTEE), needed=("needs",)),
    Page("main_need", ("main_need",), lambda said, setting: said.role == MENTEE and said.needs > 1, ("main_need",)),
    Page("competence", ("competences",), _of(MENTOR), needed=("competences",)),
    Page("level", ("level",), _extra("level")),
    Page("experience", ("mastery", "achievements"), _extra("experience", MENTOR)),
    Page("places", ("places",), _of(MENTOR)),
    Page("stance", ("stance", "is_ready_to_share"), _extra("stance", MENTOR)),
    Page("term", ("term",), _extra("term", MENTOR)),
    Page("goal", ("goal", "has_plan"), _extra("goal", MENTEE)),
    Page("why_mentor", ("why_mentor", "is_ready_to_learn"), _extra("why_mentor", MENTEE)),
    Page("time", ("free_time", "modes"), lambda said, setting: setting.times_matter or "time" in setting.extras),
    Page("interests", ("interests",), _extra("interests")),
    Page("values", ("values",), _extra("values")),
    Page("ways", ("ways", "openness"), _extra("ways")),
    Page("age_wish", ("age_wish_from", "age_wish_to"), _extra("age_wish")),
    Page("wish", ("wish",), _extra("wish")),
    Page(
        "guardian",
        ("guardian_name", "guardian_relation", "guardian_phone", "guardian_email"),
        _has_guardian,
        needed=("guardian_name",),
    ),
    Page("contact", ("phone", "email"), _can_be_reached),
)
BY_CODE = {page.code: page for page in PAGES}
EXTRAS = ("level", "experience", "stance", "term", "goal", "why_mentor", "time", "interests", "values", "ways",
          "age_wish", "wish")  # fmt: skip
USUAL_EXTRAS = ("experience", "stance", "goal", "why_mentor", "interests", "wish")


def needed_fields(page: Page, said: Said, setting: Setting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the page cannot do without: (each of these, at least one of these). Grown-ups must be reachable."""
    if page.code == "contact" and _must_be_reached(said, setting):
        return (), ("phone", "email")
    return page.needed, page.one_of


def journey(said: Said, setting: Setting) -> tuple[Page, ...]:
    """The pages that this applicant meets, in their order; later answers may open more."""
    return tuple(page for page in PAGES if page.asked(said, setting))


def missing(said: Said, setting: Setting) -> tuple[Page, ...]:
    """The pages without which it cannot be sent, in their order."""
    return tuple(page for page in journey(said, setting) if _lacks(page, said, setting))


def _lacks(page: Page, said: Said, setting: Setting) -> bool:
    needed, one_of = needed_fields(page, said, setting)
    lacks_each = any(name not in said.filled for name in needed)
    return lacks_each or bool(one_of and not any(name in said.filled for name in one_of))


def after(code: str, said: Said, setting: Setting) -> str:
    """The page that follows, "" where the last question was asked; an unknown code begins anew."""
    return _beside(code, said, setting, 1)


def before(code: str, said: Said, setting: Setting) -> str:
    """The page to go back to, "" at the beginning."""
    return _beside(code, said, setting, -1)


def _beside(code: str, said: Said, setting: Setting, step: int) -> str:
    codes = [page.code for page in PAGES]
    at = codes.index(code) if code in codes else (-1 if step > 0 else len(codes))
    way = range(at + 1, len(codes)) if step > 0 else range(at - 1, -1, -1)
    return next((codes[i] for i in way if PAGES[i].asked(said, setting)), "")


def not_asked(said: Said, setting: Setting) -> tuple[str, ...]:
    """Fields of pages that this applicant does not meet: what was said there before an earlier answer changed."""
    met = {name for page in journey(said, setting) for name in page.fields}
    met |= {"main_need"} if "needs" in met else set()  # of one need it is said by itself
    return tuple(name for page in PAGES for name in page.fields if name not in met and name not in ("role", "source"))


def voice(said: Said) -> str:
    """How the page speaks: `thou` to a child under fourteen, `you` to others, `about` where somebody else writes."""
    if said.source != SELF:
        return "about"
    return "thou" if said.age is not None and said.age < FIRST_OWN_AGE else "you"
