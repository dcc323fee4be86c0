"""An achievement: entered, corrected, confirmed or asked about; its file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.achievements.forms import AchievementForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.works_on_achievements)
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_enter, request.user)
    start = {"happened_on": clock.today(mentorship.organisation.time_zone)}
    form = AchievementForm(
        _people(mentorship, request.user), request.POST or None, request.FILES or None, initial=start
    )
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            made = actions.enter(
                mentorship,
                person_id=form.cleaned_data["person"],
                values=form.values(),
                file=form.given(),
                by=request.user,
            )
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Записано. Достижение войдёт в портфолио, когда его подтвердят."))
            return see_other("achievements:portfolio", made.person_id)
    return _form(request, form, _("Новое достижение"), ("mentorships:pair", mentorship.pk))


@allow(rules.works_on_achievements)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Until it is confirmed."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    start = {name: getattr(row, name) for name in AchievementForm.base_fields if name != "file"}
    form = AchievementForm((), request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        version = form.cleaned_data["version"] or 0
        try:
            actions.edit(row, form.values(), file=form.given(), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:edit", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:portfolio", row.person_id)
    return _form(request, form, _("Достижение: исправить"), ("achievements:portfolio", row.person_id))


@allow(rules.works_on_achievements, methods=("POST",))
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirmed, or sent back with what to make clear."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)
    try:
        if request.POST.get("act") == "ask_again":
            actions.ask_again(row, note=request.POST.get("note", "")[:2000], by=request.user)
        else:
            actions.confirm(row, by=request.user)
    except DomainError as error:
        messages.error(request, sentence(error))
    return see_other("achievements:portfolio", row.person_id)


@allow(rules.sees_achievements, methods=("GET", "HEAD"))
def file(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.visible_to(request.user), pk)
    if row.file is None:
        raise Http404
    return give_file(read(row.file), title=row.file.title, content_type=row.file.content_type)


def _people(mentorship: Any, user: Any) -> list[tuple[int, str]]:
    """Of whom something can be entered: a mentee only enters the own, mentors and staff that of the mentees."""
    rows = mentorship.members.filter(role=ParticipationRole.MENTEE, ends_on__isnull=True).select_related("person")
    members = list(rows)
    own = [member for member in members if member.person.user_id == user.pk]
    return [(member.person_id, member.person.list_name) for member in own or members]


def _form(request: HttpRequest, form: Any, heading: str, back: tuple[str, int]) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back[0], "back_pk": back[1]}
    return render_page(request, "achievements/form.html", context, status=422 if form.errors else 200)
