"""Whom to call today: silent pairs, alarming marks, talks of the month. What was put off comes back on its day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import LogTap, PulseAsked, QueueItem
from nastavnik.domain.desk.words import counted, pairs, spoken
from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.naming import listed
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.support import escalation, messages, queries
from nastavnik.domain.support.components import components
from nastavnik.domain.support.enums import Strength
from nastavnik.domain.support.queries import Duty

NAMED = 5  # as many pairs are named one by one
Told = tuple[Any, Duty]


def items(user: Any, organisation: Organisation, rows: Sequence[Mentorship], on: date) -> list[QueueItem]:
    """For who leads pairs everything, for the head the pairs that stay silent all the same. `rows` are those of
    `pairs.rows`; at most seven queries, none where nobody is named."""
    leads = holds(user, P.MENTORSHIP_EDIT, organisation.pk)
    if not leads and not holds(user, P.DOCUMENT_APPROVE, organisation.pk):
        return []
    told = [(row, duty) for row in rows if not row.consent_missing and (duty := queries.duty(row, on)) is not None]
    told = queries.in_order(told)
    silent = [one for one in told if one[1].what == "silent"]
    if not leads:
        return _for_head([one for one in silent if one[1].level == escalation.THIRD], on)
    quiet = [one for one in silent if not one[1].is_snoozed]
    alarming = [one for one in told if one[1].what == "pulse" and not one[1].is_snoozed]
    due = [one for one in told if one[1].what == "talk" and not one[1].is_snoozed]
    named = [row for row, _duty in [*quiet[:NAMED], *alarming[:NAMED]]]
    facts = queries.facts_of(named) if named else {}
    return [
        *(_silent(row, duty, facts[row.pk], on) for row, duty in quiet[:NAMED]),
        *_more(len(quiet) - NAMED, _("Молчат и другие: ещё %(pairs)s"), "urgent", "show=silent"),
        *(_alarming(row, duty, facts[row.pk]) for row, duty in alarming[:NAMED]),
        *_more(len(alarming) - NAMED, _("Пульс тревожит и в других парах: ещё %(pairs)s"), "today", "show=pulse"),
        *_talks(due),
    ]


def pulse_asked(rows: Sequence[Any], own: Sequence[LogTap], on: date) -> list[PulseAsked]:
    """Own pairs whose mark of the month is not told yet, with the others' names as the log has them, and who will read
    it; no query."""
    titles = {pair.pk: pair.title for pair in own}
    asked = [row for row in rows if row.pk in titles and not row.pulse_told and row.started_on <= queries.begun_by(on)]
    return [PulseAsked(row.pk, titles[row.pk], _readers(row)) for row in asked[:NAMED]]


def _readers(row: Any) -> str:
    """Who will read the mark, by name, and how many more; nobody of the pair."""
    if not row.reader_count:
        return ""
    name, more = row.reader_name.strip(), row.reader_count - 1
    return _("%(name)s и ещё %(more)s") % {"name": name, "more": more} if more else name


def names(row: Any) -> str:
    """«Громова Анна и Цой Марк», or the title of a group; members are loaded, who left is not named."""
    members = sorted(row.members.all(), key=lambda member: member.role != ParticipationRole.MENTOR)
    return row.title or listed([member.person.list_name for member in members if not member.has_left])


def _call(row: Any) -> dict[str, Any]:
    return {
        "action_title": _("Позвонить"),
        "url_name": "support:call",
        "url_args": (row.pk,),
        "later_name": "support:snooze",
    }


def _silent(row: Any, duty: Duty, facts: Any, on: date) -> QueueItem:
    days = counted(row.radar.days, _("день"), _("дня"), _("дней"))
    again = {
        escalation.FIRST: "",
        escalation.SECOND: _("Напоминаем второй раз."),
        escalation.THIRD: _("Напоминаем третий раз, пару видит и руководитель."),
    }[duty.level]
    why = " ".join(filter(None, (_last(row, on), again, _weak(facts))))
    title = _("Молчат %(days)s: %(names)s") % {"days": days, "names": names(row)}
    if are_new_to_each_other(row):
        title = _("Новый наставник, встреч ещё не было: %(names)s") % {"names": names(row)}
    return QueueItem("urgent", "phone", title, why, row.radar.last_on, **_call(row))


def are_new_to_each_other(row: Any) -> bool:
    """The mentor was replaced after the last meeting: these two have never met. The radar counts on from what was."""
    return row.replaced_on is not None and (row.last_held_on is None or row.last_held_on < row.replaced_on)


def _last(row: Any, on: date) -> str:
    if are_new_to_each_other(row):
        day = spoken(row.replaced_on, on)
        last = _("Наставник сменился %(day)s. Помогите назначить первую встречу.") % {"day": day}
    elif row.last_held_on:
        last = _("Последняя встреча %(day)s.") % {"day": spoken(row.last_held_on, on)}
    else:
        last = _("Встреч ещё не было, начали %(day)s.") % {"day": spoken(row.started_on, on)}
    if row.contacted_on is None:
        return last
    return last + " " + _("Разговор был %(day)s.") % {"day": spoken(row.contacted_on, on)}


def _weak(facts: Any) -> str:
    """The first weak component, why, and the next step."""
    weak = next((one for one in components(facts) if one.strength == Strength.WEAK and one.code != "relations"), None)
    if weak is None:
        return ""
    reasons = ", ".join(str(messages.REASONS[reason]) for reason in weak.reasons)
    return _("Слабое место: %(what)s (%(why)s).") % {
        "what": str(messages.COMPONENTS[weak.code]).lower(),
        "why": reasons,
    }


def _alarming(row: Any, duty: Duty, facts: Any) -> QueueItem:
    said = ", ".join(str(messages.ALERTS[alert]) for alert in duty.alerts)
    mentor, mentee = queries.marks(row)
    marks = _("Наставник: %(mentor)s, наставляемый: %(mentee)s.") % {
        "mentor": mentor.score if mentor else "—",
        "mentee": mentee.score if mentee else "—",
    }
    why = " ".join(filter(None, (f"{said.capitalize()}. {marks}", _weak(facts))))
    title = _("Пульс тревожит: %(names)s") % {"names": names(row)}
    return QueueItem("today", "chat", title, why, None, **_call(row))


def _talks(due: Sequence[Told]) -> list[QueueItem]:
    if not due:
        return []
    since = min(duty.due_on for _row, duty in due)
    title = _("Пора поговорить: %(pairs)s") % {"pairs": pairs(len(due))}
    why = _("Разговор по расписанию: три вопроса, одна запись.")
    return [QueueItem("week", "phone", title, why, since, _("Показать"), "support:index", (), "show=due")]


def _more(number: int, words: str, urgency: Any, query: str) -> list[QueueItem]:
    if number <= 0:
        return []
    title = words % {"pairs": pairs(number)}
    return [QueueItem(urgency, "phone", title, "", None, _("Показать все"), "support:index", (), query)]


def _for_head(rows: Sequence[Told], on: date) -> list[QueueItem]:
    shown = rows[:NAMED]
    mentorships.with_people([row for row, _duty in shown])
    found = []
    for row, duty in shown:
        days = counted(row.radar.days, _("день"), _("дня"), _("дней"))
        put_off = (
            _("Куратор отложил до %(day)s.") % {"day": spoken(duty.snoozed_until, on)}
            if duty.is_snoozed and duty.snoozed_until
            else _("Куратору напоминали дважды.")
        )
        title = _("Молчат %(days)s: %(names)s") % {"days": days, "names": names(row)}
        if are_new_to_each_other(row):
            title = _("Новый наставник, встреч ещё не было: %(names)s") % {"names": names(row)}
        found.append(
            QueueItem(
                "urgent",
                "phone",
                title,
                f"{_last(row, on)} {put_off}",
                row.radar.last_on,
                _("Открыть пару"),
                "mentorships:pair",
                (row.pk,),
            )
        )
    return found
