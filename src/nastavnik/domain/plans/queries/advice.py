"""What can be recommended, what was, and what of it helped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from nastavnik.core import clock
from nastavnik.domain.library.enums import Audience, ChoiceKind
from nastavnik.domain.library.queries import audiences_of, choices, memos
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.plans.enums import AdviceKind
from nastavnik.domain.plans.models import HelpedMark, Recommendation
from nastavnik.domain.plans.queries.visible import recommendations_visible_to
from nastavnik.domain.programmes.enums import Catalogue, ParticipationRole
from nastavnik.domain.programmes.queries import offered, values_of

KINDS = {
    ChoiceKind.RESOURCE: AdviceKind.MEMO,
    ChoiceKind.WAY: AdviceKind.TIME,
    ChoiceKind.THEME: AdviceKind.THEME,
}

OF_LIBRARY = (AdviceKind.MEMO, AdviceKind.TIME)


@dataclass(frozen=True)
class Choice:
    """`tells` is what a material is made of: «памятка», «ссылка», «файл»; or ""."""

    kind: str
    code: str
    title: str
    situations: tuple[str, ...] = ()
    tells: str = ""


def choices_of(mentorship: Mentorship) -> list[Choice]:
    """What the library offers to mentees, first what is for the format of the pair and their ages, and themes:
    its own, directions of the module and what the mentees of the pair ask for."""
    module = mentorship.module
    found = [
        Choice(KINDS[ChoiceKind(one.kind)], one.code, one.title, one.situations, one.tells)
        for one in choices(
            mentorship.organisation,
            Audience.MENTEE,
            programme=module.programme,
            formats=(module.mentoring_format.code,),
            ages=_ages(mentorship),
        )
    ]
    found += [Choice(AdviceKind.THEME, one.code, one.title) for one in offered(module, Catalogue.DIRECTION)]
    return found + _asked_for(mentorship)


def _ages(mentorship: Mentorship) -> set[int]:
    today = clock.today(mentorship.organisation.time_zone)
    members = mentorship.members.filter(role=ParticipationRole.MENTEE, ends_on__isnull=True)
    return {age_on(birth, today) for birth in members.values_list("person__birth_date", flat=True) if birth}


def _asked_for(mentorship: Mentorship) -> list[Choice]:
    members = mentorship.members.filter(role=ParticipationRole.MENTEE, ends_on__isnull=True)
    said = values_of(list(members.values_list("participation_id", flat=True))).values()
    needs = dict.fromkeys(need for one in said for need in (one.main_need, *one.needs) if need)
    return [Choice(AdviceKind.THEME, f"need:{need}"[:60], need) for need in needs]


def waits_for_adult(mentorship: Mentorship) -> bool:
    """Is there a child who would get the link?"""
    members = MentorshipMember.objects.filter(mentorship=mentorship, ends_on__isnull=True)
    return members.filter(is_minor=True).exists()


def recommendations_of(mentorship: Mentorship, user: Any, most: int) -> Sequence[Recommendation]:
    """The newest, each with `told` (marks of the mentees), `mine` (the reader's own) and `opens` (it stands in the
    library for this reader); two queries, and two more where something of the library is among them."""
    marks = Prefetch("marks", queryset=HelpedMark.objects.select_related("person"), to_attr="told")
    rows = recommendations_visible_to(user).filter(mentorship=mentorship).select_related(None)
    found: list[Any] = list(rows.select_related("author").prefetch_related(marks)[:most])
    kept = {one.code for one in found if one.kind in OF_LIBRARY}
    shown = _readable(mentorship, user) if kept else frozenset()
    for one in found:
        one.opens = one.kind in OF_LIBRARY and one.code in shown
        one.mine = next((mark.helped for mark in one.told if mark.person.user_id == user.pk), "")
    return found


def _readable(mentorship: Mentorship, user: Any) -> frozenset[str]:
    organisation = mentorship.organisation
    return frozenset(one.code for one in memos(organisation, audiences=audiences_of(user, organisation)))
