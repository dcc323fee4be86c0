"""Profiles as values: what was said, and completed by what was seen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Prefetch

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import TopicUse
from nastavnik.domain.programmes.models import Observation, ObservationTopic, ParticipationProfile, ProfileTopic
from nastavnik.domain.programmes.records import Bounds, ObservedValues, ProfileValues

UNKNOWN = (None, (), "")
Titles = dict[str, list[str]]


def values_of(participations: Iterable[int]) -> dict[int, ProfileValues]:
    """Participation id → what its profile says; what it leaves unknown is taken from observations, and `observed`
    names those fields. Four queries at most, whatever the number."""
    said = said_of(participations)
    seen = observed_of(said)
    return {pk: completed(values, seen[pk]) if pk in seen else values for pk, values in said.items()}


def said_of(participations: Iterable[int]) -> dict[int, ProfileValues]:
    """Participation id → what forms and lists said, without observations; two queries whatever the number."""
    rows = list(ParticipationProfile.objects.filter(participation__in=participations))
    topics: dict[int, Titles] = {row.pk: {} for row in rows}
    used = ProfileTopic.objects.filter(profile__in=topics).values_list("profile_id", "use", "topic__title")
    for profile_id, use, title in used.order_by("id"):
        topics[profile_id].setdefault(use, []).append(title)
    return {row.participation_id: _values(row, topics[row.pk]) for row in rows}


def observed_of(participations: Iterable[int]) -> dict[int, ObservedValues]:
    """Participation id → what was seen, the newest word for each field; two queries, one where nothing was seen."""
    topics = ObservationTopic.objects.select_related("topic")
    rows = Observation.objects.filter(participation__in=list(participations)).order_by("at", "id")
    found: dict[int, ObservedValues] = {}
    for row in rows.prefetch_related(Prefetch("topics", queryset=topics)):
        told = {name: value for name, value in vars(seen_in(row)).items() if value not in UNKNOWN}
        found[row.participation_id] = replace(found.get(row.participation_id, ObservedValues()), **told)
    return found


def titles_used(organisation: Organisation, use: str, limit: int = 12) -> list[str]:
    """What profiles and observations of the organisation already name, the most frequent first: one spelling helps
    two people to meet."""
    said = ProfileTopic.objects.filter(organisation=organisation, use=use).order_by()
    seen = ObservationTopic.objects.filter(organisation=organisation, use=use).order_by()
    rows = said.values_list("topic__title").union(seen.values_list("topic__title"), all=True)
    counted = Counter(title for (title,) in rows)
    return [title for title, _times in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:limit]]


def seen_in(row: Observation) -> ObservedValues:
    """One observation as values; its topics come prefetched."""
    topics: Titles = {}
    for one in row.topics.all():
        topics.setdefault(one.use, []).append(one.topic.title)
    return ObservedValues(
        openness=row.openness or None,
        level=row.level,
        mastery=row.mastery,
        values=tuple(topics.get(TopicUse.VALUE, ())),
        ways=tuple(topics.get(TopicUse.WAY, ())),
    )


def completed(said: ProfileValues, seen: ObservedValues) -> ProfileValues:
    """What was said, its unknown fields taken from what was seen; nothing that was said is overridden."""
    gained = {
        name: value for name, value in vars(seen).items() if value not in UNKNOWN and getattr(said, name) in UNKNOWN
    }
    return replace(said, **gained, observed=frozenset(gained))


def _values(row: ParticipationProfile, topics: Titles) -> ProfileValues:
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
        openness=row.openness or None,
        level=row.level,
        mastery=row.mastery,
        values=tuple(topics.get(TopicUse.VALUE, ())),
        ways=tuple(topics.get(TopicUse.WAY, ())),
        building=row.building,
        district=row.district,
        wanted_mentors=row.wanted_mentors,
        team_topic=next(iter(topics.get(TopicUse.TEAM_TOPIC, ())), None),
        category=row.category,
    )


def _bounds(low: int | None, high: int | None) -> Bounds | None:
    return None if low is None and high is None else (low, high)
