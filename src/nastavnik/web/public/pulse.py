"""The mark of the month by a personal link, for who has no account. No name stands on the page but
that of the coordinator who will read it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships.naming import called, is_young, listed
from nastavnik.domain.support import actions, queries
from nastavnik.web.public import limit
from nastavnik.web.public.forms import PulseLinkForm
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.sign_in import address


@allow(PUBLIC)
def pulse(request: HttpRequest, code: str) -> HttpResponse:
    """How does it go this month?"""
    where = address(request)
    member = queries.member_by_code(code)
    if member is None:
        limit.note_wrong(where)
        raise Http404
    form = PulseLinkForm(request.POST or None)
    is_told = False
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_pulse(member.mentorship, person=member.person, **form.cleaned_data)
            is_told = True
        except DomainError as error:
            form.add_error(None, sentence(error))
    context = {
        "form": form,
        "is_told": is_told,
        "young": is_young(member.person),
        "readers": listed([called(one) for one in queries.readers_of(member.mentorship, clock.today())]),
        "month": clock.today(member.mentorship.organisation.time_zone),
        "title": _("Как дела в паре?"),
    }
    answer = render_page(request, "public/pulse.html", context, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer
