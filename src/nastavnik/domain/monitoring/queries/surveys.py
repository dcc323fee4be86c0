"""Surveys: who is asked, who answered, what came out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable, processable_today
from nastavnik.domain.monitoring import tokens
from nastavnik.domain.monitoring.enums import Asked, WaveState
from nastavnik.domain.monitoring.models import Survey, SurveyInvitation, SurveyWave, WaveSheet
from nastavnik.domain.monitoring.privacy import THRESHOLD
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.questionnaires.models import AnswerSheet
from nastavnik.domain.questionnaires.summarising import ScoreSummary, Summary, summarise, summarise_scores

TAKING_PART = (
    ParticipationState.ENROLLED,
    ParticipationState.READY,
    ParticipationState.SUSPENDED,
    ParticipationState.FINISHED,
)
WORKS_WITH = (Permission.QUESTIONNAIRE_EDIT, Permission.ANSWERS_ENTER, Permission.REPORT_SEE)


@dataclass(frozen=True)
class Results:
    """What a wave brought. While answers without names still come in nothing but their number is told: whoever watched
    the numbers change could see what one person answered."""

    asked: int
    answered: int
    questions: tuple[Summary, ...] = ()
    scores: tuple[ScoreSummary, ...] = ()
    is_early: bool = False
    is_small: bool = False

    @property
    def percent(self) -> int | None:
        return min(100, (self.answered * 200 + self.asked) // (2 * self.asked)) if self.asked else None


def asked_of(survey: Survey, on: date) -> QuerySet[Person]:
    """Everybody whom the survey is meant for, whether they may be written to or not."""
    people = Participation.objects.filter(module__programme=survey.programme_id, state__in=TAKING_PART)
    if survey.module_id:
        people = people.filter(module=survey.module_id)
    mentees = people.filter(role=ParticipationRole.MENTEE).values("person")
    wanted = Q(pk__in=[])
    if Asked.MENTEE in survey.roles:
        wanted |= Q(pk__in=mentees)
    if Asked.MENTOR in survey.roles:
        wanted |= Q(pk__in=people.filter(role=ParticipationRole.MENTOR).values("person"))
    if Asked.GUARDIAN in survey.roles:
        # A parent is asked about a child whose data may be used; else the question itself would be a use of them.
        open_children = Person.objects.filter(processable(on), pk__in=mentees)
        wanted |= Q(pk__in=Guardianship.objects.filter(in_force(on), child__in=open_children).values("guardian"))
    return Person.objects.filter(wanted, organisation=survey.organisation_id)


def people_to_ask(survey: Survey, on: date) -> QuerySet[Person]:
    """Those of them whose data may be used on the day."""
    return asked_of(survey, on).filter(processable(on))


def surveys_visible_to(user: Any) -> QuerySet[Survey]:
    """Surveys of the organisations where the user makes them, enters answers or reads reports."""
    rows = Survey.objects.filter(organisation__in=_organisations(user))
    return rows.select_related("programme", "module", "questionnaire", "organisation")


def waves_visible_to(user: Any) -> QuerySet[SurveyWave]:
    """Waves with `invited` and `answered` (sheets that came back), in one query."""
    return _with_counts(SurveyWave.objects.filter(organisation__in=_organisations(user)))


def waves_of(survey: Survey) -> QuerySet[SurveyWave]:
    return _with_counts(SurveyWave.objects.filter(survey=survey))


def invitations_of(wave: SurveyWave, on: date) -> QuerySet[SurveyInvitation]:
    """Who was invited and may still be written to, by name; `sheet_id` where a sheet with a name came back."""
    done = WaveSheet.objects.filter(invitation=OuterRef("pk"), sheet__submitted_on__isnull=False)
    return (
        SurveyInvitation.objects.filter(processable(on, prefix="person__"), wave=wave)
        .select_related("person")
        .annotate(sheet_id=Subquery(done.values("sheet")[:1]))
        .order_by("person__surname", "person__given_name", "person__patronymic", "id")
    )


def silent(wave: SurveyWave, on: date) -> QuerySet[SurveyInvitation]:
    """Those of them who did not answer and are asked to this day: no parent of a child whose consent is gone."""
    return invitations_of(wave, on).filter(is_answered=False, person__in=asked_of(wave.survey, on).values("pk"))


def invitation_by(token: str) -> SurveyInvitation | None:
    """The invitation that a personal code opens; None also where the person's data may not be used any more."""
    found = (
        SurveyInvitation.objects.filter(token_digest=tokens.digest_of(token))
        .select_related("wave__survey__organisation", "wave__questionnaire_version__organisation", "person")
        .first()
    )
    if found is None:
        return None
    today = clock.today(found.wave.survey.organisation.time_zone)
    is_meant = _still_meant(SurveyInvitation.objects.filter(processable(today, "person__"), pk=found.pk)).exists()
    return found if is_meant else None


def wave_by_code(code: str) -> SurveyWave | None:
    """The wave that a common code opens."""
    rows = SurveyWave.objects.filter(code=tokens.normal(code), by_code=True)
    return rows.select_related("survey__organisation", "questionnaire_version__organisation").first()


def waiting_for(user: Any) -> QuerySet[SurveyInvitation]:
    """What the user is asked and has not answered, in waves that are open."""
    if not user.is_authenticated:
        return SurveyInvitation.objects.none()
    rows = SurveyInvitation.objects.filter(
        processable_today("person__"), person__user=user, is_answered=False, wave__state=WaveState.OPEN
    )
    return _still_meant(rows).select_related("wave__survey__organisation", "person").order_by("wave__ends_on", "id")


def _still_meant(rows: QuerySet[SurveyInvitation]) -> QuerySet[SurveyInvitation]:
    """Of whom takes part themself, or answers for a child of the programme whose data may be used today."""
    taking = Participation.objects.filter(module__programme=OuterRef("wave__survey__programme"))
    wards = Guardianship.objects.filter(in_force(clock.today()), guardian=OuterRef(OuterRef("person"))).values("child")
    children = taking.filter(processable_today("person__"), role=ParticipationRole.MENTEE, person__in=wards)
    return rows.filter(Exists(taking.filter(person=OuterRef("person"))) | Exists(children))


def named_draft(invitation: SurveyInvitation) -> AnswerSheet | None:
    """What the invited person began, in a survey with names."""
    link = WaveSheet.objects.filter(invitation=invitation).select_related("sheet__questionnaire_version").first()
    return link.sheet if link else None


def sheets_visible_to(user: Any) -> QuerySet[AnswerSheet]:
    """Sheets with names, for who makes surveys, of people whose data may be used; nobody reads their own file here."""
    organisations = standing(user).organisations_where(Permission.QUESTIONNAIRE_EDIT)
    rows = AnswerSheet.objects.filter(
        processable_today("respondent__"),
        organisation__in=organisations,
        is_anonymous=False,
        submitted_on__isnull=False,
    )
    return rows.select_related("respondent", "subject", "questionnaire_version__questionnaire")


def results(wave: SurveyWave) -> Results:
    """Simple numbers with n; fewer than five sheets tell nothing but their number."""
    sheets = AnswerSheet.objects.filter(
        pk__in=WaveSheet.objects.filter(wave=wave).values("sheet"), submitted_on__isnull=False
    )
    rows = list(sheets.order_by("id").values_list("answers", "scores"))
    asked = SurveyInvitation.objects.filter(wave=wave).count()
    if wave.survey.is_anonymous and wave.state != WaveState.CLOSED:
        return Results(asked, len(rows), is_early=True)
    if len(rows) < THRESHOLD:
        return Results(asked, len(rows), is_small=True)
    version = wave.questionnaire_version
    return Results(
        asked,
        len(rows),
        questions=summarise(version.asked, [answers for answers, _scores in rows], threshold=THRESHOLD),
        scores=summarise_scores(version.scored, [scores for _answers, scores in rows], threshold=THRESHOLD),
    )


def _with_counts(rows: QuerySet[SurveyWave]) -> QuerySet[SurveyWave]:
    invited = SurveyInvitation.objects.filter(wave=OuterRef("pk")).order_by().values("wave")
    back = WaveSheet.objects.filter(wave=OuterRef("pk"), sheet__submitted_on__isnull=False).order_by().values("wave")
    return rows.select_related(
        "survey__programme", "survey__module", "survey__organisation", "questionnaire_version__questionnaire"
    ).annotate(
        invited=Coalesce(Subquery(invited.annotate(n=Count("pk")).values("n")), Value(0)),
        answered=Coalesce(Subquery(back.annotate(n=Count("pk")).values("n")), Value(0)),
    )


def _organisations(user: Any) -> frozenset[int]:
    held = standing(user)
    return frozenset().union(*(held.organisations_where(permission) for permission in WORKS_WITH))
