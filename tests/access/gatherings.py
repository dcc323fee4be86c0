"""What of meetings, training, admission and the library a page can be asked for."""

from datetime import UTC, date, datetime
from decimal import Decimal

from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.intake.actions import agreeing
from nastavnik.domain.library import actions as library
from nastavnik.domain.library.models import ApprovedSite
from nastavnik.domain.programmes.models import Participation

HELD = datetime(2026, 11, 20, 11, tzinfo=UTC)
AHEAD = datetime(2026, 12, 20, 11, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def add(side, school, by):
    """A course with a session that the mentor attended, a meeting, an agreement, a memo with a file."""
    mentor = Participation.objects.select_related("module", "person").get(pk=side.rows["mentor_participation"])
    course = events.plan_course(mentor.module, events.CourseRules(f"Школа наставника {side.mark}"), by=by)
    plan = events.EventPlan(f"Занятие {side.mark}", HELD, hours=Decimal(1), practical_task=f"Задание {side.mark}")
    session = events.plan_event(mentor.module, plan, kind=EventKind.TRAINING, course=course, by=by)
    events.mark_attendance(session, came=[mentor.person_id], by=by)
    plan = events.EventPlan(f"Сбор {side.mark}", HELD)
    meeting = events.plan_event(mentor.module, plan, kind=EventKind.MOTIVATIONAL, by=by)
    plan = events.EventPlan(f"Итоги {side.mark}", AHEAD, note=f"Слова {side.mark}")
    closing = events.plan_event(mentor.module, plan, kind=EventKind.CLOSING, by=by)
    events.invite(closing, [side.mentor, side.mentee], by=by)
    terms = agreeing.Terms(
        consent_on=date(2026, 9, 1), signed_on=date(2026, 9, 1), starts_on=date(2026, 9, 1), ends_on=None,
        content=f"Работа {side.mark}", way="очно", pay="надбавка",
    )  # fmt: skip
    words = library.Words(f"Памятка {side.mark}", f"Слова {side.mark}", ["mentor", "mentee", "guardian"], "meetings")
    memo = library.write_memo(school, words, by=by).code
    link = library.Words(f"Ссылка {side.mark}", "", ["mentor"], "methods", url="https://kvant.example.ru/1")
    library.write_memo(school, link, trusts=True, by=by)
    side.rows |= {
        "course": course.pk,
        "session": session.pk,
        "event": meeting.pk,
        "attendance": session.attendances.get().pk,
        "festive": closing.pk,
        "outside_guest": events.add_guest(closing, role="other", partner=None, name=f"Гость {side.mark}", by=by).pk,
        "event_material": events.add_file(session, title=f"{side.mark}.png", content=PICTURE, by=by).pk,
        "agreement": agreeing.sign_agreement(mentor, terms, by=by).pk,
        "admission_point": (mentor.pk, "interview"),
        "admission_decision": (mentor.pk, "put_off"),
        "memo": memo,
        "theme": library.add_theme(school, library.ThemeWords(f"Тема {side.mark}"), by=by).pk,
        "approved_site": ApprovedSite.objects.get(organisation=school).pk,
        "memo_file": library.add_file(school, memo, title=f"{side.mark}.png", content=PICTURE, by=by).pk,
    }
