"""Preparing an order: whom, under which number, from which day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents import actions, adapter, queries, rules
from nastavnik.domain.documents.errors import NumberMissing, NumberTaken
from nastavnik.domain.programmes.queries import modules_visible_to
from nastavnik.web.documents.forms import OrderForm
from nastavnik.web.documents.views.preparing import head_lacking
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def order(request: HttpRequest, module_pk: int) -> HttpResponse:
    """Whom does the order appoint?"""
    module = fetch(modules_visible_to(request.user), module_pk, rules.can_prepare_in, request.user)
    waiting = {row.pk: row for row in queries.orderable(request.user).filter(module=module)}
    pairs = [(pk, adapter.pair_title(row)) for pk, row in waiting.items()]
    today = clock.today(module.organisation.time_zone)
    number = queries.proposed_number(module.organisation, "appointment_order", today)
    start = {"dated_on": today, "number": number}
    form = OrderForm(request.POST or None, pairs=pairs, initial=start)
    if request.method == "POST" and form.is_valid():
        chosen = [waiting[pk] for pk in form.cleaned_data["mentorships"]]
        said = {name: form.cleaned_data[name] for name in ("number", "dated_on")}
        try:
            document = actions.prepare_order(module, mentorships=chosen, by=request.user, **said)
        except DomainError as refusal:
            form.add_error("number" if isinstance(refusal, NumberTaken | NumberMissing) else None, sentence(refusal))
        else:
            messages.success(request, _("Проект приказа готов. Прочитайте его и отправьте на подпись."))
            return see_other("documents:document", document.pk)
    context = {"form": form, "module": module, "pairs": pairs, "lacking": head_lacking(module.organisation)}
    return render_page(request, "documents/order.html", context, status=422 if request.method == "POST" else 200)
