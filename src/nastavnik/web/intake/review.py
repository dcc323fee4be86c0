"""The queue and the fast pass: one application after another, the next opens by itself."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.consents import queries as consents
from nastavnik.domain.intake import queries, rules
from nastavnik.domain.intake.adapter import readiness_of, said_of, setting_of
from nastavnik.domain.intake.enums import ApplicationState, TalkOutcome
from nastavnik.domain.intake.messages import READINESS
from nastavnik.domain.people import queries as people
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.shell import searching
from nastavnik.web.shell.application_answers import answers_of
from nastavnik.web.shell.questions import drawn_said
from nastavnik.web.shell.render import render_page

PER_PAGE = 50
TITLES = {
    "": _("Ждут решения"),
    "returned": _("Возвращены"),
    "accepted": _("Приняты"),
    "declined": _("Не приняты"),
    "remedies": _("Обещана помощь"),
    "withdrawn": _("Отозваны"),
    "drafts": _("Черновики сотрудников"),
}
TALK = [
    (TalkOutcome.LEADS, _("Хочет вести сам")),
    (TalkOutcome.COMES, _("Передумал, придёт")),
    (TalkOutcome.LATER, _("Не сейчас")),
    (TalkOutcome.NO, _("Не хочет, и это нормально")),
]


@allow(rules.enters_applications)
def index(request: HttpRequest) -> HttpResponse:
    """Who was not looked at yet; the longest waiting first."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    show = request.GET.get("show", "") if request.GET.get("show", "") in queries.VIEWS else ""
    place = f"intake/{show}"
    if asked := searching.asked(request, place):
        return asked
    text = searching.words(request, place)
    rows = queries.in_view(request.user, show).filter(organisation=organisation)
    counts = queries.counts(request.user, organisation)
    page = Paginator(rows.filter(queries.found_by(text)) if text else rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "show": show,
        "text": text,
        "chips": [(code, title, counts[code]) for code, title in TITLES.items()],
        "page": page,
        "rows": list(page),
        "late": counts["late"],
        "reviews": rules.can_review_in(request.user, organisation),
        "intakes": [
            one for one in queries.intakes_visible_to(request.user).filter(organisation=organisation) if one.is_open
        ],
    }
    return render_page(request, "intake/index.html", context)


@allow(rules.enters_applications)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One application: what was said, what is missing, who it may be, and the three answers."""
    application = fetch(queries.visible_to(request.user), pk, rules.can_see, request.user)
    return render_page(request, "intake/review.html", shown(request, application))


def shown(request: HttpRequest, application: Any) -> dict[str, Any]:
    """Everything that the page of one application shows."""
    on = clock.today(application.organisation.time_zone)
    reviews = rules.can_review(request.user, application)
    said = said_of(application, on)
    setting = setting_of(application.intake, by_staff=application.entered_by_id is not None)
    youngest = application.intake.youngest
    return {
        "application": application,
        "answers": answers_of(application, setting),
        "own": _own(application) if reviews else [],
        "age": said.age,
        "is_young": bool(said.age is not None and youngest and said.age < youngest),
        "points": _points(application),
        "consent": _consent(application, request.user, on),
        "signed": _signed(application, on),
        "needed": consents.needed(application.person, on) if application.person else None,
        "waits_for_consent": bool(application.person and not consents.is_processable(application.person, on)),
        "is_late": bool(application.promised_at and application.promised_at < clock.now()),
        "known_parents": _parents(application, on),
        "twin_group": _group_of_twin(application, on),
        "others": list(queries.others_of(application, request.user)[:5]),
        "reviews": reviews,
        "can_edit": rules.can_edit(request.user, application) and application.state in rules.OPEN_TO_CHANGES,
        "can": application.lifecycle.actions(application.state),
        "talk": TALK if reviews and _talk_waits(application) else [],
        **(_in_queue(request, application) if reviews and application.state == ApplicationState.SUBMITTED else {}),
    }


def _own(application: Any) -> list[Any]:
    """What was answered to the intake's own questions, once it was sent."""
    extra = queries.extra_of(application) if application.extra_sheet_id else None
    if extra is None or application.state == ApplicationState.DRAFT:
        return []
    return [one for page in extra.pages for one in drawn_said(extra, page)]


def _in_queue(request: HttpRequest, application: Any) -> dict[str, Any]:
    """How many wait, and which one is next."""
    waiting = queries.awaiting_review(request.user).filter(organisation=application.organisation_id)
    return {"left": waiting.count(), "following": queries.next_to_review(request.user, application)}


def _group_of_twin(application: Any, on: Any) -> Any:
    return people.enrolment_on(application.twin, on) if application.twin and not application.person_id else None


def _points(application: Any) -> list[tuple[Any, bool | None]]:
    """Readiness of a mentee, kindly; a mentor has none of it."""
    if application.role != ParticipationRole.MENTEE:
        return []
    return [(READINESS[code], value) for code, value in readiness_of(application).points]


def _consent(application: Any, user: Any, on: Any) -> Any:
    if application.person is None:
        return None
    rows = people.visible_to(user).filter(pk=application.person.pk)
    return consents.badge(consents.with_consent(rows, on).get(), on)


def _signed(application: Any, on: Any) -> list[Any]:
    """What is in force with its signatures: who admits reads whose names stand there."""
    if application.person is None:
        return []
    rows = consents.consents_of(application.person)
    return list(rows.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)))


def _parents(application: Any, on: Any) -> list[str]:
    """Who answers for the child already, where the application names somebody else."""
    if application.person is None or not application.guardian_name:
        return []
    return [row.guardian.full_name for row in people.guardians_of(application.person, on)]


def _talk_waits(application: Any) -> bool:
    is_over = application.state == ApplicationState.WITHDRAWN and application.role == ParticipationRole.MENTEE
    return is_over and application.person_id is not None and not application.talk_outcome
