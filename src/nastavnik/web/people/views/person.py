"""One person: what is now, adding, editing, guardians, study group."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.consents import queries as consents
from nastavnik.domain.consents import rules as consent_rules
from nastavnik.domain.exchange.registers import rules as registers
from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.organisations import queries as organisations
from nastavnik.domain.people import actions, queries, rules
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes import rules as programme_rules
from nastavnik.web.people.forms import EditPersonForm, GroupForm, GuardianForm, NewPersonForm
from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


@allow(rules.sees_people)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """What is with somebody now."""
    visible = queries.visible_to(request.user).select_related("organisation", "partner")
    on = clock.today(fetch(visible, pk).organisation.time_zone)
    someone = fetch(consents.with_consent(queries.with_clearance(visible, on), on), pk)
    user = request.user
    is_open = queries.visible_to(user).filter(consents.processable(on), pk=pk).exists()
    context = {
        "person": someone,
        "is_open": is_open,
        "consent": consents.badge(someone, on),
        "enrolment": queries.enrolment_on(someone, on),
        "works": bool(someone.post) and not queries.is_minor(someone, on),
        "roles": queries.roles_of(someone, on),
        "guardians": queries.guardians_of(someone, on),
        "wards": queries.wards_of(someone, on),
        "clearances": queries.clearances_of(someone),
        "participations": programmes.participations_visible_to(user).filter(person=someone),
        "mentorships": _with_others(mentorships.visible_to(user).filter(members__person=someone).distinct(), someone),
        "token": queries.open_sign_in(someone, clock.now()),
        "can": {
            "edit": rules.can_edit(user, someone),
            "access": rules.can_issue_access(user, someone),
            "clearance": rules.can_record_clearance(user, someone),
            "consent": consent_rules.can_record(user, someone),
            "describe": registers.sees_registers(user),
            "observe": is_open and someone.user_id != user.pk and programme_rules.observes(user),
        },
    }
    return render_page(request, "people/person.html", context)


def _with_others(found: Any, someone: Any) -> Any:
    """The mentorships with the names of the others in each."""
    rows = mentorships.with_people(list(found))
    for row in rows:
        others = [member.person.list_name for member in row.members.all() if member.person_id != someone.pk]
        row.title_shown = row.title or ", ".join(others)
    return rows


@allow(rules.edits_people)
def add(request: HttpRequest) -> HttpResponse:
    """Somebody new, one at a time; a list is loaded by the import."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not rules.can_edit_in(request.user, organisation):
        raise Http404
    form = NewPersonForm(request.POST or None)
    namesakes: list[Any] = []
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        name = " ".join(filter(None, (given["surname"], given["given_name"], given["patronymic"])))
        namesakes = list(queries.namesakes(organisation, name))
        if namesakes and not given.pop("another"):
            form.ask_about_namesake()
        else:
            given.pop("another", None)
            try:
                someone = actions.add_person(organisation, by=request.user, **given)
            except DomainError as refusal:
                form.add_error(None, sentence(refusal))
            else:
                return _after_adding(request, someone)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/add.html", {"form": form, "namesakes": namesakes}, status=status)


def _after_adding(request: HttpRequest, someone: Any) -> HttpResponse:
    """The card; who was added to be given a role goes on to the role."""
    if request.GET.get("role") != "staff" or not rules.edits_organisation(request.user):
        return see_other("people:person", someone.pk)
    return HttpResponseRedirect(f"{reverse('organisations:staff')}?person={someone.pk}", status=303)


@allow(rules.edits_people)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is written about somebody."""
    someone = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    start = {field: getattr(someone, field) for field in EditPersonForm.base_fields}
    form = EditPersonForm(request.POST or None, initial=start)
    differences: list[dict[str, str]] = []
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        try:
            actions.edit_person(someone, changes, version=changes.pop("version"), by=request.user)
        except ChangedMeanwhile as late:
            differences, status = both_texts(form, late.subject), 409
            form = EditPersonForm({**request.POST.dict(), "version": late.subject.version})
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Сохранено."))
            return see_other("people:person", pk)
    context = {"form": form, "person": someone, "differences": differences}
    return render_page(request, "people/edit.html", context, status=status)


@allow(rules.edits_people)
def add_guardian(request: HttpRequest, pk: int) -> HttpResponse:
    """Who answers for the child: somebody new or somebody who is there."""
    child = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    form = GuardianForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        name = " ".join(filter(None, (given["surname"], given["given_name"], given["patronymic"])))
        on = clock.today(child.organisation.time_zone)
        namesakes = list(queries.namesakes(child.organisation, name).filter(queries.adult_on(on)))
        if namesakes:
            form.ask_which(namesakes)
            form.full_clean()
        if form.is_valid():
            try:
                _add_guardian(request.user, child, form.cleaned_data, namesakes, on)
            except DomainError as refusal:
                form.add_error(None, sentence(refusal))
            else:
                return see_other("people:person", pk)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/add_guardian.html", {"form": form, "person": child}, status=status)


def _add_guardian(user: Any, child: Any, given: dict[str, Any], namesakes: list[Any], on: Any) -> None:
    known = next((person for person in namesakes if person.pk == given["known"]), None)
    entry = actions.NewPerson(given["surname"], given["given_name"], given["patronymic"], phone=given["phone"])
    actions.name_guardian(child, entry=entry, known=known, relation=given["relation"], starts_on=on, by=user)


@allow(rules.edits_people, methods=("POST",))
def end_guardian(request: HttpRequest, pk: int) -> HttpResponse:
    """Today is the last day on which this guardian answers for the child."""
    guardianship = fetch(queries.guardianships_visible_to(request.user), pk)
    on = clock.today(guardianship.child.organisation.time_zone)
    actions.end_guardianship(guardianship, on=on, by=request.user)
    return see_other("people:person", guardianship.child_id)


@allow(rules.edits_people)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Into which study group."""
    someone = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    on = clock.today(someone.organisation.time_zone)
    groups = organisations.study_groups_of(someone.organisation, on)
    form = GroupForm(request.POST or None, groups=[(g.pk, g.title) for g in groups], initial={"on": on})
    if request.method == "POST" and form.is_valid():
        group = fetch(groups, form.cleaned_data["group"])
        actions.move_to_group(someone, study_group=group, on=form.cleaned_data["on"], by=request.user)
        return see_other("people:person", pk)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/move.html", {"form": form, "person": someone}, status=status)
