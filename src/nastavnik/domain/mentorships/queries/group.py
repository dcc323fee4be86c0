"""What a group needs, and which themes it would like."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from nastavnik.domain.mentorships.models import GroupNeed, Mentorship, ThemeVote
from nastavnik.domain.mentorships.queries.visible import visible_to
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import Kind

OF_GROUPS = (Kind.GROUP, Kind.TEAM, Kind.BLENDED)


def is_group(mentorship: Mentorship) -> bool:
    """Of a kind whose people meet together."""
    return mentorship.kind in OF_GROUPS


def needs_of(mentorship: Mentorship, user: User) -> list[GroupNeed]:
    """The list with `votes` and `is_mine`, what is agreed first, then by votes; one query."""
    mine = ThemeVote.objects.filter(need=OuterRef("pk"), member__person__user=user)
    rows = mentorship.needs.annotate(votes=Count("ballots"), is_mine=Exists(mine))  # type: ignore[no-redef]
    return sorted(rows, key=lambda need: (need.agreed_on is None, -need.votes, need.pk))


def needs_visible_to(user: User) -> QuerySet[GroupNeed]:
    rows = GroupNeed.objects.filter(mentorship__in=visible_to(user))
    return rows.select_related("mentorship__module", "organisation")
