"""The story of a pair: written in parts, agreed, published, taken off the page."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.core.versions import save_changes
from nastavnik.domain.achievements.enums import StoryState
from nastavnik.domain.achievements.errors import NotAgreedToPublish, NothingTold, StoryStands
from nastavnik.domain.achievements.models import CaseStory
from nastavnik.domain.achievements.queries.stories import without_consent
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import User


@transaction.atomic
def begin_story(mentorship: Mentorship, values: Mapping[str, str], *, by: User | None) -> CaseStory:
    """`values` are the title and parts of the story (`CaseStory.PARTS`)."""
    require_consents(mentorship)
    made = CaseStory.objects.create(organisation_id=mentorship.organisation_id, mentorship=mentorship, **values)
    audit.record("casestory.begin", made, by=by, fields=list(values))
    return made


def edit_story(story: CaseStory, values: Mapping[str, str], *, version: int, by: User | None) -> CaseStory:
    """As long as it is a draft: what was agreed to is not changed behind anybody's back."""
    if story.state != StoryState.DRAFT:
        raise StoryStands
    save_changes(story, dict(values), version=version, by=by)
    return story


@transaction.atomic
def agree_story(story: CaseStory, *, version: int | None = None, by: User | None) -> CaseStory:
    """Everybody of it has read it, in this `version`; their publication consents are in force.

    Raises NothingTold, NotAgreedToPublish, ChangedMeanwhile.
    """
    require_version(story, version)
    if not any(getattr(story, part).strip() for part in CaseStory.PARTS):
        raise NothingTold
    _require_publication(story)
    advance(story, "agree_story", by=by)
    return story


@transaction.atomic
def publish_story(
    story: CaseStory, *, by: User | None, token: Callable[[], str] = lambda: secrets.token_urlsafe(18)
) -> CaseStory:
    """To be read by everybody who has the address; consents are asked anew."""
    _require_publication(story)
    if story.token is None:
        story.token = token()
        CaseStory.objects.filter(pk=story.pk, token=None).update(token=story.token)
    advance(story, "publish_story", by=by)
    return story


def hide_story(story: CaseStory, *, by: User | None) -> CaseStory:
    """The address says from now on that the page is closed."""
    advance(story, "hide_story", by=by)
    return story


def rewrite_story(story: CaseStory, *, by: User | None) -> CaseStory:
    """A draft again: other words are to be agreed to anew."""
    advance(story, "rewrite_story", by=by)
    return story


@transaction.atomic
def discard_story(story: CaseStory, *, by: User | None) -> CaseStory:
    """The words are gone, that there was a story stays."""
    CaseStory.objects.filter(pk=story.pk).update(title="", **dict.fromkeys(CaseStory.PARTS, ""))
    advance(story, "discard_story", by=by)
    return story


def require_version(row: Any, version: int | None) -> None:
    """What somebody says yes to is what that one has read; None asks nothing."""
    if version is not None and not type(row).objects.select_for_update().filter(pk=row.pk, version=version).exists():
        raise ChangedMeanwhile(row)


def _require_publication(story: CaseStory) -> None:
    missing = without_consent([story], clock.today(story.organisation.time_zone))[story.pk]
    if missing:
        raise NotAgreedToPublish(names=", ".join(one.list_name for one in missing))
