"""Profiles as values."""

from collections.abc import Iterable

from nastavnik.domain.programmes.enums import TopicUse
from nastavnik.domain.programmes.models import ParticipationProfile, ProfileTopic
from nastavnik.domain.programmes.records import Bounds, ProfileValues


def values_of(participations: Iterable[int]) -> dict[int, ProfileValues]:
    """Participation id → what its profile says; two queries whatever the number."""
    rows = list(ParticipationProfile.objects.filter(participation__in=participations))
    topics: dict[int, dict[str, list[str]]] = {row.pk: {} for row in rows}
    used = ProfileTopic.objects.filter(profile__in=topics).values_list("profile_id", "use", "topic__title")
    for profile_id, use, title in used.order_by("id"):
        topics[profile_id].setdefault(use, []).append(title)
    return {row.participation_id: _values(row, topics[row.pk]) for row in rows}


def _values(row: ParticipationProfile, topics: dict[str, list[str]]) -> ProfileValues:
    return ProfileValues(
        main_need=next(iter(topics.get(TopicUse.MAIN_NEED, ())), None),
        needs=tuple(topics.get(TopicUse.NEED, ())),
        competences=tuple(topics.get(TopicUse.COMPETENCE, ())),
        interests=tuple(topics.get(TopicUse.INTEREST, ())),
        free_time=tuple((day, start, end) for day, start, end in row.free_time) if row.free_time else None,
        modes=frozenset(row.modes) if row.modes else None,
        languages=frozenset(row.languages) if row.languages else None,
        age_wish=_bounds(row.age_wish_from, row.age_wish_to),
        grade_wish=_bounds(row.grade_wish_from, row.grade_wish_to),
        places=row.places,
        achievements=row.achievements,
    )


def _bounds(low: int | None, high: int | None) -> Bounds | None:
    return None if low is None and high is None else (low, high)
