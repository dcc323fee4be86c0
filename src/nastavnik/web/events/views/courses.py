"""Training: its rules, its sessions, who is how far; for a mentor the own one."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.events import actions, queries, rules
from nastavnik.domain.events.enums import EventKind, TrainingState
from nastavnik.domain.library import queries as library
from nastavnik.domain.people.queries import person_of
from nastavnik.web.events.forms import CourseForm, NewCourseForm, SessionForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.runs_events)
def new_course(request: HttpRequest) -> HttpResponse:
    modules = queries.modules_to_run(request.user)
    form = NewCourseForm(request.POST or None, modules=modules, initial={"module": request.GET.get("module")})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.plan_course(form.cleaned_data["module"], form.rules(), by=request.user)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("events:course", made.pk)
    context = {"form": form, "course": None}
    return render_page(request, "events/course_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_events)
def edit_course(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.courses_visible_to(request.user), pk, rules.can_run_course, request.user)
    now = {**actions.fields_of(found, actions.CourseRules), "version": found.version}
    form = CourseForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            actions.edit_course(found, form.rules(), version=version, by=request.user)
        except ChangedMeanwhile:
            return late(request, form, fetch(queries.courses_visible_to(request.user), pk), ("events:course", pk))
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("events:course", found.pk)
    context = {"form": form, "course": found}
    return render_page(request, "events/course_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_events, methods=("GET", "HEAD"))
def course(request: HttpRequest, pk: int) -> HttpResponse:
    """The sessions, and every mentor with what is missing; those trained on paper only are named."""
    found = fetch(queries.courses_visible_to(request.user), pk, rules.can_run_course, request.user)
    trainees = queries.trainees(found)
    context = {
        "course": found,
        "sessions": list(queries.events_visible_to(request.user).filter(course=found).order_by("starts_at", "pk")),
        "trainees": trainees,
        "trained": sum(one.standing.is_trained for one in trainees),
        "on_paper": [one for one in trainees if one.standing.state == TrainingState.ON_PAPER],
    }
    return render_page(request, "events/course.html", context)


@allow(rules.runs_events, methods=("POST",))
def discard_course(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.courses_visible_to(request.user), pk, rules.can_run_course, request.user)
    actions.discard_course(found, by=request.user)
    return see_other("events:index")


@allow(rules.runs_events)
def new_session(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.courses_visible_to(request.user), pk, rules.can_run_course, request.user)
    number = found.number_planned + found.number_held + 1
    first = {"title": _("Занятие %(n)s") % {"n": number}, "at": "15:00"}
    form = SessionForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        plan = form.plan(found.organisation.time_zone)
        made = actions.plan_event(found.module, plan, kind=EventKind.TRAINING, course=found, by=request.user)
        return see_other("events:event", made.pk)
    context = {"form": form, "event": None, "course": found}
    return render_page(request, "events/event_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.learns, methods=("GET", "HEAD"))
def mine(request: HttpRequest) -> HttpResponse:
    """What a mentor learns, when, which task, which materials, and what is still to be shown."""
    rows = []
    for found in queries.own_courses(request.user):
        person = person_of(request.user, found.organisation)
        if person is None:
            continue
        done = {row.event_id: row for row in queries.sessions_attended(found, person.pk)}
        titles = library.titles(found.organisation)
        sessions = [
            {
                "event": one,
                "row": done.get(one.pk),
                "materials": [(m, titles.get(m.memo, m.memo) if m.memo else m.file.title) for m in one.materials.all()],
            }
            for one in found.shown_sessions  # type: ignore[attr-defined]
        ]
        standing = queries.standings([found], [person.pk])[found.pk, person.pk]
        rows.append({"course": found, "standing": standing, "sessions": sessions})
    return render_page(request, "events/mine.html", {"rows": rows})
