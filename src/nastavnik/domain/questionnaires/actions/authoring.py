"""Making questionnaires: from nothing, from a ready one, from a former version."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle, versions
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.questionnaires.enums import Audience, Purpose, VersionState
from nastavnik.domain.questionnaires.errors import NoSuchReadyOne, QuestionnaireUnready, VersionIsInUse
from nastavnik.domain.questionnaires.messages import problem_sentence
from nastavnik.domain.questionnaires.models import Questionnaire, QuestionnaireVersion
from nastavnik.domain.questionnaires.shipped import shipped_by
from nastavnik.domain.questionnaires.spec_checking import check_spec
from nastavnik.domain.questionnaires.specs import Scoring, Section, Spec, to_plain


@transaction.atomic
def create(
    organisation: Organisation,
    *,
    title: str,
    purpose: str = Purpose.OTHER,
    audience: str = Audience.ANYBODY,
    formats: Sequence[str] = (),
    is_anonymous: bool = False,
    spec: Spec | None = None,
    scoring: Scoring | None = None,
    code: str = "",
    by: Any,
) -> QuestionnaireVersion:
    """A new questionnaire; its first version is a draft with one empty page, or with what `spec` asks."""
    made = Questionnaire.objects.create(
        organisation=organisation,
        code=code,
        title=title.strip(),
        purpose=purpose,
        audience=audience,
        formats=list(formats),
        is_anonymous=is_anonymous,
    )
    audit.record("questionnaire.create", made, by=by, fields=["title"])
    return _draft(made, spec or Spec(made.title, sections=(Section(""),)), scoring or Scoring(), number=1)


@transaction.atomic
def take_ready(organisation: Organisation, code: str, *, by: Any) -> QuestionnaireVersion:
    """The version in force of a ready questionnaire, taken over at the first time. Raises NoSuchReadyOne."""
    ready = shipped_by(code)
    if ready is None:
        raise NoSuchReadyOne
    taken = QuestionnaireVersion.objects.filter(
        organisation=organisation,
        questionnaire__code=code,
        questionnaire__archived_on__isnull=True,
        state=VersionState.PUBLISHED,
    ).first()
    if taken:
        return taken
    version = create(
        organisation,
        title=ready.title,
        purpose=ready.purpose,
        audience=ready.audience,
        formats=ready.formats,
        is_anonymous=ready.is_anonymous,
        spec=ready.spec,
        scoring=ready.scoring,
        code=code,
        by=by,
    )
    return publish(version, by=by)


@transaction.atomic
def copy(source: QuestionnaireVersion, *, title: str, by: Any) -> QuestionnaireVersion:
    """A questionnaire of the institution's own that begins as this one stands."""
    former = source.questionnaire
    return create(
        former.organisation,
        title=title,
        purpose=former.purpose,
        audience=former.audience,
        formats=former.formats,
        is_anonymous=former.is_anonymous,
        spec=source.asked,
        scoring=source.scored,
        by=by,
    )


def describe(questionnaire: Questionnaire, *, changes: dict[str, Any], version: int, by: Any) -> Questionnaire:
    """Title, purpose, audience, formats, whether it is without names; what was asked stays as it is."""
    versions.save_changes(questionnaire, changes, version=version, by=by)
    return questionnaire


@transaction.atomic
def edit_again(questionnaire: Questionnaire, *, by: Any) -> QuestionnaireVersion:
    """The draft of the next version, begun from the newest one where there is none yet."""
    newest = QuestionnaireVersion.objects.filter(questionnaire=questionnaire).order_by("-number").first()
    if newest is None:
        return _draft(questionnaire, Spec(questionnaire.title, sections=(Section(""),)), Scoring(), number=1)
    if newest.state == VersionState.DRAFT:
        return newest
    made = _draft(questionnaire, newest.asked, newest.scored, number=newest.number + 1)
    audit.record("questionnaireversion.begin", made, by=by)
    return made


def save_draft(
    draft: QuestionnaireVersion, *, spec: Spec | None = None, scoring: Scoring | None = None, version: int, by: Any
) -> QuestionnaireVersion:
    """Keep the draft as it is edited; it may have gaps. Raises VersionIsInUse, ChangedMeanwhile."""
    if draft.state != VersionState.DRAFT:
        raise VersionIsInUse
    changes: dict[str, Any] = {}
    if spec is not None:
        changes["spec"] = to_plain(spec)
    if scoring is not None:
        changes["scoring"] = to_plain(scoring)
    with transaction.atomic():
        # Whoever publishes at the same moment wins: what is in force is not changed under it.
        if not QuestionnaireVersion.objects.filter(pk=draft.pk, state=VersionState.DRAFT).exists():
            raise ChangedMeanwhile(draft)
        versions.save_changes(draft, changes, version=version, by=by)
    return draft


@transaction.atomic
def publish(draft: QuestionnaireVersion, *, by: Any) -> QuestionnaireVersion:
    """From now on it is asked and never changes; the former version retires. Raises QuestionnaireUnready."""
    problems = check_spec(draft.asked, draft.scored)
    if problems:
        raise QuestionnaireUnready(why=problem_sentence(problems[0]))
    former = QuestionnaireVersion.objects.filter(questionnaire=draft.questionnaire_id, state=VersionState.PUBLISHED)
    for one in former:
        retire(one, by=by)
    lifecycle.advance(draft, "publish", by=by)
    draft.published_on = clock.today(draft.organisation.time_zone)
    QuestionnaireVersion.objects.filter(pk=draft.pk).update(published_on=draft.published_on)
    return draft


def retire(version: QuestionnaireVersion, *, by: Any) -> QuestionnaireVersion:
    """It is offered no more; what was answered stays, and whoever began may finish."""
    lifecycle.advance(version, "retire", by=by)
    return version


def archive(questionnaire: Questionnaire, *, by: Any) -> Questionnaire:
    """Out of the list; answers stay."""
    today = clock.today(questionnaire.organisation.time_zone)
    versions.save_changes(questionnaire, {"archived_on": today}, version=questionnaire.version, by=by)
    return questionnaire


@transaction.atomic
def restore(questionnaire: Questionnaire, *, by: Any) -> Questionnaire:
    """Back into the list. Where its ready one was taken anew meanwhile it comes back as the institution's own."""
    again = Questionnaire.objects.filter(
        organisation=questionnaire.organisation_id, code=questionnaire.code, archived_on__isnull=True
    )
    changes: dict[str, Any] = {"archived_on": None}
    if questionnaire.code and again.exists():
        changes["code"] = ""
    versions.save_changes(questionnaire, changes, version=questionnaire.version, by=by)
    return questionnaire


def _draft(questionnaire: Questionnaire, spec: Spec, scoring: Scoring, *, number: int) -> QuestionnaireVersion:
    return QuestionnaireVersion.objects.create(
        organisation_id=questionnaire.organisation_id,
        questionnaire=questionnaire,
        number=number,
        spec=to_plain(spec),
        scoring=to_plain(scoring),
    )
