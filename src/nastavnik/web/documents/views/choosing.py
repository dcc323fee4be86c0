"""Which paper is needed: by the stages of the programme, first what the stage of now lacks."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.documents import queries, rules
from nastavnik.domain.documents.kinds import DocumentKind
from nastavnik.domain.programmes.queries import modules_visible_to
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def new(request: HttpRequest) -> HttpResponse:
    """Which paper do you need?"""
    programmes = [row for row in programmes_visible_to(request.user) if rules.can_prepare_for(request.user, row)]
    if not programmes:
        return render_page(request, "documents/new.html", {"programmes": []})
    programme = _chosen(request, programmes)
    today = clock.today(programme.organisation.time_zone)
    needed, groups = queries.usual_papers(programme, today)
    starts = _starts(request.user, programme)
    first = {choice.kind.code for choice in needed}
    later = [(group, [one for one in group.choices if one.kind.code not in first]) for group in groups]
    context = {
        "programmes": programmes,
        "programme": programme,
        "needed": [(choice, starts(choice.kind)) for choice in needed],
        "groups": [
            (group, [(choice, starts(choice.kind)) for choice in choices]) for group, choices in later if choices
        ],
    }
    return render_page(request, "documents/new.html", context)


def _chosen(request: HttpRequest, programmes: list[Any]) -> Any:
    """The programme that was asked for, else the newest one that is not closed."""
    asked = request.GET.get("programme", "")
    if not asked:
        return next((row for row in programmes if row.state != "closed"), programmes[0])
    found = next((row for row in programmes if str(row.pk) == asked), None)
    if found is None:
        raise Http404
    return found


def _starts(user: Any, programme: Any) -> Any:
    """Where each kind is begun: (address, words) of one or more buttons. Some kinds have a page of their own."""
    modules = list(modules_visible_to(user).filter(programme=programme))

    def starts(kind: DocumentKind) -> list[tuple[str, str]]:
        match kind.code:
            case "appointment_order":
                named = [(module, module.title if len(modules) > 1 else "") for module in modules]
                return [(reverse("documents:order", args=[module.pk]), title) for module, title in named]
            case "certificate":
                return [(reverse("documents:certificates"), "")]
            case "programme_report":
                return [(reverse("monitoring:report", args=[programme.pk]), "")]
        return [(reverse("documents:prepare", args=[programme.pk, kind.code]), "")]

    return starts
