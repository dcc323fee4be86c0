"""What a mentor asks themself: nobody sees the answers, not even afterwards."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake import self_check as thoughts
from nastavnik.domain.intake.actions import admission as actions
from nastavnik.web.shell.render import render_page


@allow(rules.checks_themself)
def self_check(request: HttpRequest) -> HttpResponse:
    """The answers live as long as this one page: they are answered with hints and forgotten."""
    is_done = request.method == "POST"
    if is_done:
        actions.check_themself(request.user)  # type: ignore[arg-type]
    context = {
        "requirements": thoughts.REQUIREMENTS,
        "mistakes": thoughts.MISTAKES,
        "is_done": is_done,
        "hints": thoughts.hints(request.POST.getlist("agreed")) if is_done else (),
    }
    return render_page(request, "intake/self_check.html", context)
