"""Who was informed of a programme, and what they would like."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import Audience, ParticipationRole, ProgrammeState
from nastavnik.domain.programmes.models import InformationPage, PageAnswer, Programme


@dataclass(frozen=True)
class Informed:
    """Answers to one page: how many of whom, how many would like to be a mentor or to have one, by class."""

    by_audience: dict[str, int]
    would_mentor: int
    would_have_mentor: int
    by_group: Sequence[tuple[str, int]]

    @property
    def total(self) -> int:
        return sum(self.by_audience.values())

    @property
    def guardians(self) -> int:
        return self.by_audience.get(Audience.GUARDIAN, 0)


def open_page_by(token: str) -> InformationPage | None:
    """The page that a poster leads to; None where there is none, it is closed or its programme is over."""
    rows = InformationPage.objects.filter(token=token, is_open=True).exclude(programme__state=ProgrammeState.CLOSED)
    return rows.select_related("programme__academic_year", "organisation").first()


def was_opened(token: str) -> bool:
    """Whether the token is that of a page, open or not: a poster may hang longer than its page is open."""
    return InformationPage.objects.filter(token=token).exists()


def page_of(programme: Programme) -> InformationPage | None:
    return InformationPage.objects.filter(programme=programme).select_related("organisation").first()


def pages_visible_to(user: Any) -> QuerySet[InformationPage]:
    organisations = standing(user).organisations_where(Permission.PROGRAMME_SEE)
    return InformationPage.objects.filter(organisation__in=organisations).select_related("programme", "organisation")


def informed(page: InformationPage) -> Informed:
    """The answers counted; one query."""
    rows = page.answers.order_by().values_list("audience", "wanted_role", "study_group__title").annotate(Count("pk"))
    audiences, roles, groups = Counter[str](), Counter[str](), Counter[str]()
    for audience, role, group, number in rows:
        audiences[audience] += number
        roles[role] += number
        groups[group or ""] += number
    named = sorted((group, number) for group, number in groups.items() if group)
    return Informed(
        {code: audiences[code] for code in Audience.values if audiences[code]},
        roles[ParticipationRole.MENTOR],
        roles[ParticipationRole.MENTEE],
        named,
    )


def wishes(page: InformationPage) -> QuerySet[PageAnswer]:
    """Preliminary requests in words, the newest first."""
    return page.answers.exclude(wish="").select_related("study_group")
