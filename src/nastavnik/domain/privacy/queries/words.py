"""A cell of what is held in words: nobody is given codes of the system about themselves."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.matching.messages.words import intervals
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.notifications.letters import SUBJECTS
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Mode
from nastavnik.domain.questionnaires.specs import COMMENT, NOT_ASSESSED, Question


def words_of(row: Any, column: "Field[Any, Any]") -> str:
    """A cell in words: choices by their label, rows by what they are called, days and hours as people write them."""
    if column.name == "to_state":
        return state_of(row)
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")() or "")
    value = getattr(row, column.name)
    if value is None or value in ("", [], {}):
        return ""
    told = SPECIAL.get(f"{row._meta.label}.{column.name}") or SPECIAL.get(column.name)
    return told(row, value) if told else _plain(value)


def state_of(change: Any) -> str:
    """The state that a change led to, as the subject of the change calls it."""
    model = type(change)
    subject = next(one.related_model for one in model._meta.fields if one.is_relation and one.name != "by")
    labels = dict(subject._meta.get_field("state").flatchoices)
    return str(labels.get(change.to_state, change.to_state))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("да") if value else _("нет")
    if isinstance(value, Person):
        return value.full_name
    if isinstance(value, Model):
        title = getattr(value, "title", None)
        return str(title or _("№ %(number)s") % {"number": value.pk})
    if isinstance(value, Mapping):
        return "; ".join(filter(None, map(_plain, value.values())))
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    return _moment(value) if isinstance(value, date | time) else str(value)


def _moment(value: date | time) -> str:
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d.%m.%Y %H:%M}"
    return f"{value:%H:%M}" if isinstance(value, time) else f"{value:%d.%m.%Y}"


def _answers(sheet: Any, said: Mapping[str, Any]) -> str:
    """«Вопрос: ответ; …» in the words of the questionnaire, as it was when it was answered."""
    told = []
    for question in sheet.questionnaire_version.asked.questions():
        if question.code in said:
            told.append(f"{question.text} {_answer(question, said[question.code])}")
        if comment := said.get(question.code + COMMENT):
            told.append(f"{question.text} {comment}")
    return "; ".join(told)


def _answer(question: Question, said: Any) -> str:
    known = {one.code: one.text for one in question.options}
    if isinstance(said, Mapping):
        rows = {one.code: one.text for one in question.rows}
        return ", ".join(f"{rows.get(code, code)} – {_mark(one, known)}" for code, one in said.items())
    if isinstance(said, list | tuple):
        return ", ".join(_mark(one, known) for one in said)
    return _mark(said, known)


def _mark(said: Any, known: Mapping[str, str]) -> str:
    if isinstance(said, str):
        return _("не оцениваю") if said == NOT_ASSESSED else known.get(said, said)
    return _plain(said)


def _scores(sheet: Any, found: Mapping[str, Any]) -> str:
    """«Название: 12 из 14, уровень»."""
    titles = {one.code: one.title for one in sheet.questionnaire_version.scored.scores}
    told = []
    for code, one in found.items():
        value = one.get("value") if isinstance(one, Mapping) else None
        if code in titles and value is not None:
            told.append(", ".join(filter(None, (f"{titles[code]}: {value:g}", one.get("level")))))
    return "; ".join(told)


def _labels(labels: Iterable[tuple[str, Any]]) -> Callable[[Any, Any], str]:
    known = dict(labels)

    def told(_row: Any, value: Any) -> str:
        codes = value if isinstance(value, list | tuple) else (value,)
        return ", ".join(str(known.get(code, code)) for code in codes)

    return told


SPECIAL: dict[str, Callable[[Any, Any], str]] = {
    "free_time": lambda _row, week: intervals(week).replace("\u00a0", " "),
    "modes": _labels(Mode.choices),
    "matching.PairDecision.way": _labels(Way.choices),
    "matching.Proposal.way": _labels(Way.choices),
    "notifications.Message.kind": lambda _row, kind: str(SUBJECTS.get(kind, _("Новое на странице «Сегодня»"))),
    "documents.Document.kind": lambda _row, kind: str(kind_of(kind).title),
    "questionnaires.AnswerSheet.answers": _answers,
    "questionnaires.AnswerSheet.scores": _scores,
    "questionnaire_version": lambda _row, version: str(version.questionnaire.title),
    "wave": lambda _row, wave: str(wave.survey.title),
}
