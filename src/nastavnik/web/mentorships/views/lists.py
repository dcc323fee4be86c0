"""All mentorships, with the radar; all meetings of mine."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.matching.queries import asks_for_a_mentor
from nastavnik.domain.matching.rules import names_mentors
from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.enums import RadarStatus as R
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.web.mentorships.faces import face, staff_title
from nastavnik.web.shell.render import render_page

PAGE = 50
WORKING = (S.ACTIVE, S.PAUSED)
HARM = {R.SILENT: 0, R.LATE: 1, R.PAUSED: 3, R.NOT_WATCHED: 4, R.ON_TIME: 2}


def _working(status: str) -> Callable[[Any], bool]:
    return lambda row: row.state in WORKING and row.radar.shown == status


def _in(*states: str) -> Callable[[Any], bool]:
    return lambda row: row.state in states


CHIPS: tuple[tuple[str, Any, Callable[[Any], bool]], ...] = (
    ("work", _("В работе"), _in(*WORKING)),
    (R.SILENT, _("Молчат"), _working(R.SILENT)),
    (R.LATE, _("Опаздывают"), _working(R.LATE)),
    (R.ON_TIME, _("В срок"), _working(R.ON_TIME)),
    (S.PAUSED, _("На паузе"), _in(S.PAUSED)),
    (S.PROPOSED, _("Ждут ответа"), _in(S.PROPOSED)),
    (S.CONFIRMED, _("Согласованы"), _in(S.CONFIRMED)),
    ("ended", _("Закончены"), _in(S.COMPLETED, S.DISSOLVED, S.DECLINED)),
)


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """Staff get the list; who has one pair gets the pair."""
    today = clock.today(request.organisation.time_zone) if request.organisation else clock.today()
    rows = queries.visible_to(request.user).filter(organisation=request.organisation)
    found = queries.with_radar(rows, today)
    if not rules.leads_or_watches(request.user, request.organisation):
        return _own(request, found)
    # Before the first pair works, the list begins with what there is.
    first = next((code for code, _title, test in CHIPS if any(map(test, found))), CHIPS[0][0])
    chosen = request.GET.get("show", first)
    test = next((test for code, _title, test in CHIPS if code == chosen), CHIPS[0][2])
    shown = sorted(filter(test, found), key=lambda row: (HARM[row.radar.shown], -(row.radar.days or 0), row.pk))
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    for row in queries.with_people(page.object_list):
        row.title_shown = staff_title(row)
    if chosen == S.PROPOSED:
        queries.with_open_questions(page.object_list)
    chips = [
        {"code": code, "title": title, "count": sum(map(test, found)), "current": code == chosen}
        for code, title, test in CHIPS
    ]
    context = {
        "page": page,
        "chips": chips,
        "today": today,
        "total": len(found),
        "may_look_after": rules.edits_mentorships(request.user),
        "asked": chosen == S.PROPOSED,
        "mark": request.GET.get("mark") == "all",
        "may_enter": chosen == S.PROPOSED and rules.edits_mentorships(request.user),
    }
    return render_page(request, "mentorships/index.html", context)


def _own(request: HttpRequest, found: Sequence[Any]) -> HttpResponse:
    live = [row for row in found if row.state not in (S.DECLINED, S.PROPOSED)]
    working = [row for row in live if row.state in WORKING]
    only = working if len(working) == 1 else live
    has_flash = queries.flash_participations(request.user).exists()
    if len(only) == 1 and not has_flash:
        return redirect("mentorships:pair", only[0].pk)
    for row in queries.with_people(live):
        row.title_shown = face(row, request.user).title
    questions = queries.awaiting_my_answer(request.user)
    handovers = queries.awaiting_handover(request.user)
    guards = request.organisation and holds(request.user, Permission.WARDS_SEE, request.organisation.pk)
    can_name = not live and names_mentors(request.user) and bool(asks_for_a_mentor(request.user))
    context = {
        "rows": live,
        "questions": questions,
        "handovers": handovers,
        "guards": guards,
        "can_name": can_name,
        "has_flash": has_flash,
    }
    return render_page(request, "mentorships/mine.html", context)


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def meetings(request: HttpRequest) -> HttpResponse:
    """Meetings of one's own mentorships: what lies ahead, then what was."""
    rows = queries.meetings_of_mine(request.user).filter(organisation=request.organisation)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    mine = {meeting.mentorship_id: meeting.mentorship for meeting in page.object_list}
    queries.with_people(list(mine.values()))
    titles = {pk: face(mentorship, request.user).title for pk, mentorship in mine.items()}
    for meeting in page.object_list:
        meeting.with_whom = titles[meeting.mentorship_id]
    working = [row for row in mine.values() if rules.can_write(request.user, row)]
    context = {
        "page": page,
        "today": clock.today(request.organisation.time_zone) if request.organisation else clock.today(),
        "only": working[0] if len(working) == 1 else None,
    }
    return render_page(request, "mentorships/meetings.html", context)
