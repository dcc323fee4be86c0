"""Stories of pairs: whose, who has not agreed to be published, and what everybody may read."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.achievements.enums import StoryState
from nastavnik.domain.achievements.models import CaseStory
from nastavnik.domain.achievements.queries.publishing import (
    named_without_consent,
    public_name,
    text_of,
    with_publication,
)
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import ward_ids
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


@dataclass(frozen=True)
class PublicStory:
    """All that a public page says; `parts` are headings with their words, empty ones left out."""

    title: str
    people: tuple[tuple[str, str], ...]  # role, name
    parts: tuple[tuple[str, str], ...]
    institution: str

    @property
    def plain(self) -> str:
        """The same as plain text, for a site that takes nothing else."""
        people = "\n".join(f"{role[:1].upper()}{role[1:]}: {name}" for role, name in self.people)
        parts = [f"{heading}\n{words}" for heading, words in self.parts]
        return "\n\n".join([self.title, people, *parts, self.institution]) + "\n"


def stories_visible_to(user: Any, among: Collection[int] | None = None) -> QuerySet[CaseStory]:
    """Who sees the pair reads what is told of it: staff who lead, and the two, to agree or not. Discarded are gone.

    `among`: ids of mentorships of which it is known that the user sees them, where only these are asked about."""
    if not user.is_authenticated:
        return CaseStory.objects.none()
    led = standing(user).organisations_where(Permission.MENTORSHIP_EDIT)
    pairs: Any = mentorships_visible_to(user).select_related(None).values("pk") if among is None else among
    near = Q(mentorship__members__person__user=user) | Q(organisation__in=led) | Q(mentorship__in=_of_wards(user))
    rows = CaseStory.objects.filter(near, mentorship__in=pairs).exclude(state=StoryState.DISCARDED).distinct()
    return rows.select_related("organisation", "mentorship__module__programme", "mentorship__organisation")


def without_consent(stories: Iterable[CaseStory], on: date) -> dict[int, list[Person]]:
    """Id of a story → everybody of the pair, or named in it, whose publication consent is not in force on the day.

    The stories are of one organisation; three queries whatever the number.
    """
    rows = list(stories)
    if not rows:
        return {}
    members = MentorshipMember.objects.filter(mentorship__in={row.mentorship_id for row in rows})
    near: dict[int, list[int]] = {}
    for mentorship, person in members.values_list("mentorship_id", "person_id"):
        near.setdefault(mentorship, []).append(person)
    people = with_publication(Person.objects.filter(pk__in={pk for pks in near.values() for pk in pks}), on)
    shut = {one.pk: one for one in people.order_by("normal_name", "pk") if not one.is_published}
    texts = {row.pk: text_of(row.title, *_words(row), near=near.get(row.mentorship_id, ())) for row in rows}
    named = named_without_consent(texts, rows[0].organisation, on)
    missing = {}
    for row in rows:
        of_pair = {pk: shut[pk] for pk in near.get(row.mentorship_id, ()) if pk in shut}
        missing[row.pk] = list({**of_pair, **{one.pk: one for one in named[row.pk]}}.values())
    return missing


def public_story(token: str) -> PublicStory | None:
    """What stands behind an address today; None where it is hidden or a consent is gone."""
    row = CaseStory.objects.filter(token=token, state=StoryState.PUBLISHED)
    story = row.select_related("organisation", "mentorship").first()
    if story is None or without_consent([story], clock.today(story.organisation.time_zone))[story.pk]:
        return None
    return as_public(story)


def was_published(token: str) -> bool:
    return CaseStory.objects.filter(token=token).exists()


def published_stories(organisation: Organisation) -> list[CaseStory]:
    """Those that everybody may read today, the last first."""
    rows = list(CaseStory.objects.filter(organisation=organisation, state=StoryState.PUBLISHED).order_by("-pk"))
    shut = without_consent(rows, clock.today(organisation.time_zone))
    return [row for row in rows if not shut[row.pk]]


def as_public(story: CaseStory) -> PublicStory:
    """The story as everybody would read it, also before it is published."""
    today = clock.today(story.organisation.time_zone)
    members = list(story.mentorship.members.order_by("-role", "id"))
    rows = Person.objects.filter(pk__in=[one.person_id for one in members])
    people = {one.pk: one for one in with_publication(rows, today)}
    headings = {column.name: str(column.verbose_name) for column in CaseStory._meta.concrete_fields}
    return PublicStory(
        story.title,
        tuple((str(one.get_role_display()), public_name(people[one.person_id])) for one in members),
        tuple(
            (headings[name][:1].upper() + headings[name][1:], words)
            for name, words in zip(CaseStory.PARTS, _words(story), strict=True)
            if words.strip()
        ),
        story.organisation.short_title,
    )


def _words(story: CaseStory) -> Sequence[str]:
    return [getattr(story, part) for part in CaseStory.PARTS]


def _of_wards(user: Any) -> QuerySet[Any, Any]:
    return MentorshipMember.objects.filter(person__in=ward_ids(user)).values("mentorship")
