"""Words without a meeting, and words corrected."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.files.checking import MOST_BYTES
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.faces import face, opened, today_of
from nastavnik.web.mentorships.forms import EditEntryForm, EntryForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.works_on_mentorships)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """A note of a day."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_keep_diary, request.user))
    form = EntryForm(request.POST or None, request.FILES or None, initial={"happened_on": today_of(mentorship)})
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.write_diary(
                mentorship,
                author=person_of(request.user, mentorship.organisation),
                happened_on=given["happened_on"],
                text=given["text"],
                is_private=given["is_private"],
                photograph=_given(given["photo"]),
                by=request.user,
            )
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", mentorship.pk)
    return _page(request, mentorship, form, _("Запись в дневник"))


@allow(rules.works_on_mentorships)
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one's own words."""
    row = fetch(queries.diary_visible_to(request.user), pk, rules.can_edit_entry, request.user)
    start = {"version": row.version, "text": row.text, "is_private": row.is_private}
    form = EditEntryForm(request.POST or None, request.FILES or None, initial=start)
    if row.file_id:
        del form.fields["photo"]
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.edit_entry(
                row,
                text=given["text"],
                is_private=given["is_private"],
                photograph=_given(given.get("photo")),
                version=given["version"] or 0,
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:entry", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", row.mentorship_id)
    return _page(request, opened(row.mentorship), form, _("Исправить запись"))


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def entry_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The photograph, to whoever may read the words."""
    row = fetch(queries.diary_visible_to(request.user).filter(file__isnull=False).select_related("file"), pk)
    return give_file(read(row.file), title=row.file.title, content_type=row.file.content_type, inline=True)


def _given(photo: Any) -> tuple[str, bytes] | None:
    """Name and bytes; of a file that is too big only so much that it is seen to be."""
    return (photo.name, photo.read(MOST_BYTES + 1)) if photo else None


def _page(request: HttpRequest, mentorship: Any, form: Any, heading: str) -> HttpResponse:
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "form": form,
        "heading": heading,
        "action": _("Сохранить"),
    }
    return render_page(request, "mentorships/form.html", context, status=422 if form.is_bound else 200)
