"""The school asks: how satisfied the children are, without names and closed by now; how the mentors are, still open."""

from typing import Any

from nastavnik.demo.school import School
from nastavnik.domain.monitoring import actions, tokens
from nastavnik.domain.monitoring.enums import Asked, Moment
from nastavnik.domain.monitoring.models import SurveyInvitation, SurveyWave
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.specs import Kind, Question

CHILDREN, MENTORS = "Довольны ли вы", "Как идут дела у наставников"
MARKS = (9, 8, 10, 7, 9, 6, 8, 3, 9)  # what the children gave, one after another
ANSWERED = 2  # mentors so far


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(12), lambda: _ask(school, "satisfaction", CHILDREN, Asked.MENTEE, without_names=True))
    timeline.on(timeline.day(9), lambda: _answer(CHILDREN, MARKS), hour=15)
    timeline.on(timeline.day(4), lambda: actions.close_wave(_wave(CHILDREN), by=school.coordinator), hour=17)
    timeline.on(timeline.day(2), lambda: _ask(school, "pulse", MENTORS, Asked.MENTOR, without_names=False))
    timeline.on(timeline.day(1), lambda: _answer(MENTORS, MARKS[:ANSWERED]), hour=18)


def _ask(school: School, code: str, title: str, whom: str, *, without_names: bool) -> None:
    by = school.coordinator
    version = questionnaires.take_ready(school.organisation, code, by=by)
    survey = actions.create_survey(
        school.programme,
        questionnaire=version.questionnaire,
        title=title,
        roles=[whom],
        is_anonymous=without_names,
        by=by,
    )
    today = school.timeline.today_in_story()
    actions.open_wave(actions.plan_wave(survey, moment=Moment.DURING, starts_on=today, by=by), by=by)


def _wave(title: str) -> SurveyWave:
    rows = SurveyWave.objects.select_related("survey__organisation", "questionnaire_version__organisation")
    return rows.get(survey__title=title)


def _answer(title: str, marks: tuple[int, ...]) -> None:
    wave = _wave(title)
    invited = SurveyInvitation.objects.filter(wave=wave).select_related("person").order_by("pk")
    for mark, invitation in zip(marks, invited, strict=False):
        given = {question.code: _said(question, mark) for question in wave.questionnaire_version.asked.questions()}
        device = tokens.device_digest(tokens.token_for(wave.code, invitation.person_id), "device")
        sheet = None
        for page in range(len(wave.questionnaire_version.asked.sections)):
            sheet, _mistakes = actions.answer_page(wave, given, page=page, invitation=invitation, device=device)
        if sheet:
            actions.finish(wave, sheet, invitation=invitation)


def _said(question: Question, mark: int) -> Any:
    """What somebody who marks like this answers."""
    if question.kind == Kind.SCALE and question.scale:
        low, high = question.scale.low, question.scale.high
        return low + round((high - low) * (mark - 1) / 9)
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        option = question.options[(10 - mark) % len(question.options)].code
        return option if question.kind == Kind.CHOICE else [option]
    if question.kind == Kind.YES_NO:
        return mark > 4
    return "Больше времени на разговор" if mark < 8 else "Всё нравится"
