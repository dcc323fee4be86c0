"""Writing profiles: for one person from a form, for hundreds from an import, by the same code."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.inserting import insert_all, insert_lines
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import TopicUse
from nastavnik.domain.programmes.models import Participation, ParticipationProfile, ProfileTopic, Topic
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.topics import distinct_topics, normal_topic

Entry = tuple[Participation, ProfileValues]
PLAIN_FIELDS = (
    "free_time", "modes", "languages", "age_wish_from", "age_wish_to", "grade_wish_from", "grade_wish_to", "places",
    "achievements", "openness", "level", "mastery", "building", "district", "wanted_mentors",
    "category",
)  # fmt: skip


@transaction.atomic
def set_profile(
    participation: Participation, *, values: ProfileValues, version: int | None = None, by: Any
) -> ParticipationProfile:
    """Write what matching reads of one participation; with a `version` a late form is refused."""
    profile, _created = ParticipationProfile.objects.get_or_create(
        participation=participation, defaults={"organisation_id": participation.organisation_id}
    )
    rows = ParticipationProfile.objects.filter(pk=profile.pk, version=version or profile.version)
    if not rows.update(**plain_values(values), version=F("version") + 1):
        raise ChangedMeanwhile(profile)
    profile.refresh_from_db()
    profile.topics.all().delete()
    write_topics(participation.organisation, [(profile, values)])
    audit.record("participationprofile.edit", profile, by=by, fields=[*PLAIN_FIELDS, "topics"])
    return profile


def write_profiles(organisation: Organisation, entries: Sequence[Entry]) -> list[ParticipationProfile]:
    """Profiles of participations that have none yet; five queries whatever the number."""
    profiles = insert_all(
        ParticipationProfile(organisation_id=organisation.pk, participation_id=participation.pk, **plain_values(values))
        for participation, values in entries
    )
    write_topics(organisation, [(p, values) for p, (_participation, values) in zip(profiles, entries, strict=True)])
    return profiles


def write_topics(organisation: Organisation, entries: Sequence[tuple[ParticipationProfile, ProfileValues]]) -> None:
    """Topics of profiles that have none; a topic keeps the first spelling the organisation used."""
    listed = [
        (profile.pk, use, titles) for profile, values in entries for use, titles in uses(values).items() if titles
    ]
    spelt = list(dict.fromkeys(title for _profile, _use, titles in listed for title in titles))
    known = topic_ids(organisation, spelt)
    topics = {title: known[normal] for title in spelt if (normal := normal_topic(title))}
    lines = (
        (profile, use, topic)
        for profile, use, titles in listed
        for topic in dict.fromkeys(topics[title] for title in titles if title in topics)
    )
    insert_lines(ProfileTopic, ("profile_id", "use", "topic_id"), lines, organisation_id=organisation.pk)


def uses(values: ProfileValues) -> dict[str, tuple[str, ...]]:
    """The topics of a profile by what they are there for; the main need is not repeated among the needs."""
    main = (values.main_need,) if values.main_need and normal_topic(values.main_need) else ()
    needs = tuple(need for need in values.needs if not main or normal_topic(need) != normal_topic(main[0]))
    return {
        TopicUse.MAIN_NEED: main,
        TopicUse.NEED: needs,
        TopicUse.COMPETENCE: values.competences,
        TopicUse.INTEREST: values.interests,
        TopicUse.VALUE: values.values,
        TopicUse.WAY: values.ways,
        TopicUse.TEAM_TOPIC: (values.team_topic,) if values.team_topic and normal_topic(values.team_topic) else (),
    }


def plain_values(values: ProfileValues) -> dict[str, Any]:
    """Column → value of everything but the topics. Empty is unknown, so it is NULL."""
    age_from, age_to = values.age_wish or (None, None)
    grade_from, grade_to = values.grade_wish or (None, None)
    return {
        "free_time": [list(interval) for interval in sorted(values.free_time)] if values.free_time else None,
        "modes": sorted(values.modes) if values.modes else None,
        "languages": sorted(values.languages) if values.languages else None,
        "age_wish_from": age_from,
        "age_wish_to": age_to,
        "grade_wish_from": grade_from,
        "grade_wish_to": grade_to,
        "places": values.places,
        "achievements": values.achievements,
        "openness": values.openness or "",
        "level": values.level,
        "mastery": values.mastery,
        "building": values.building,
        "district": values.district,
        "wanted_mentors": values.wanted_mentors,
        "category": values.category,
    }


def topic_ids(organisation: Organisation, titles: Sequence[str]) -> dict[str, int]:
    """Normal title → id of the topic; those not met before are added."""
    wanted = distinct_topics(titles)
    rows = Topic.objects.filter(organisation=organisation, normal_title__in=wanted)
    known = dict(rows.values_list("normal_title", "id"))
    missing = [normal for normal in wanted if normal not in known]
    if missing:
        Topic.objects.bulk_create(
            [Topic(organisation=organisation, title=wanted[normal], normal_title=normal) for normal in missing],
            ignore_conflicts=True,  # somebody else may have added the same topic a moment ago
        )
        known.update(rows.filter(normal_title__in=missing).values_list("normal_title", "id"))
    return known
