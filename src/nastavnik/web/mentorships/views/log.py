"""The log on a telephone, also without the network: a page that is kept, and the entries that it sends later."""

import base64
import hashlib
import json
import re
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.messages import plain_sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.errors import AlreadyTold
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.faces import is_young
from nastavnik.web.mentorships.forms import RecordForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.render import render_page

MOST_ENTRIES = 50
OURS = re.compile(r'(?:href|src)="(/[^"]+\.(?:css|js|svg|png|webmanifest))"')


@allow(PUBLIC, methods=("GET", "HEAD"))
def log(request: HttpRequest) -> HttpResponse:
    """The shell of the page, the same for everybody: nothing of anybody is in it, so a telephone may keep it."""
    return render_page(request, "mentorships/log.html")


@allow(PUBLIC, methods=("GET", "HEAD"))
def log_worker(request: HttpRequest) -> HttpResponse:
    """What keeps the shell: a new version of any of its parts is a new name."""
    page = render_to_string("mentorships/log.html", request=request)
    kept = [reverse("mentorships:log"), *dict.fromkeys(OURS.findall(page))]
    context = {"kept": json.dumps(kept), "name": hashlib.sha256(page.encode()).hexdigest()[:16]}
    answer = HttpResponse(render_to_string("mentorships/log_worker.js", context), content_type="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@allow(PUBLIC, methods=("GET", "HEAD"))
def log_manifest(request: HttpRequest) -> HttpResponse:
    """How the telephone installs the page."""
    here = reverse("mentorships:log")
    icons = [
        {"src": static(f"img/log-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
    ]
    manifest = {
        "name": _("Наставник: записать встречу"),
        "short_name": _("Встречи"),
        "lang": "ru",
        "start_url": here,
        "scope": here,
        "display": "standalone",
        "background_color": "#f6f4ef",
        "theme_color": "#2a4a96",
        "icons": icons,
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


@allow(rules.works_on_mentorships, methods=("GET", "HEAD"))
def log_state(request: HttpRequest) -> HttpResponse:
    """Who is signed in, with which pairs; the key under which the telephone keeps what was not sent yet."""
    organisation = request.organisation
    today = clock.today(organisation.time_zone) if organisation else clock.today()
    person = person_of(request.user, organisation) if organisation else None
    pairs = queries.pairs_to_log(request.user, organisation, today)
    return JsonResponse(
        {
            "who": _who(request.user),
            "key": base64.b64encode(salted_hmac("nastavnik.log.key", str(request.user.pk), algorithm="sha256").digest())
            .decode(),
            "csrf": get_token(request),
            "today": today.isoformat(),
            "young": bool(person and is_young(person)),
            "pairs": [
                {"id": pair.pk, "title": pair.title, "words": pair.keeps_diary, "told": pair.how}
                for pair in pairs
            ],
        }
    )  # fmt: skip


@allow(rules.works_on_mentorships, methods=("POST",))
def log_send(request: HttpRequest) -> HttpResponse:
    """Entries in the order in which they were made; every one has an answer of its own."""
    try:
        sent = json.loads(request.body) if request.content_type == "application/json" else {}
        entries = [entry for entry in sent["entries"] if isinstance(entry, dict)]
        who = str(sent["who"])
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"trouble": _("Записи не прочитать. Обновите страницу.")}, status=400)
    # Somebody else has signed in on this telephone: nothing is written in their name.
    if not constant_time_compare(who, _who(request.user)):
        return JsonResponse({"trouble": _("Записи сделал другой человек. Отправит тот, кто их сделал.")}, status=409)
    return JsonResponse({"answers": [_answered(request, entry) for entry in entries[:MOST_ENTRIES]]})


def _who(user: Any) -> str:
    """A name of the account that says nothing to others."""
    return salted_hmac("nastavnik.log.who", str(user.pk), algorithm="sha256").hexdigest()[:32]


def _answered(request: HttpRequest, entry: dict[str, Any]) -> dict[str, str]:
    """«recorded», «asked» (a second meeting of the day?), «refused» with its sentence, or «later»."""
    said = {name: value for name, value in entry.items() if isinstance(value, str | int | bool)}
    key = str(said.get("entry_key", ""))
    pair = _pair(request.user, said.get("pair"))
    if pair is None or not key:
        sentence = _("Эту запись не принять: пара закончена, остановлена или не ваша. Спросите куратора.")
        return {"key": key, "answer": "refused", "sentence": sentence}
    form = RecordForm(said, keeps_diary=pair.module.keeps_diary)
    if not is_fit(form, pair, request.user):
        wrong = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return {"key": key, "answer": "refused", "sentence": wrong}
    try:
        _record(request, pair, form, str(said.get("told_at", "")), str(said.get("text", "")))
    except AlreadyTold as question:
        return {"key": key, "answer": "asked", "sentence": plain_sentence(question)}
    except ChangedMeanwhile:
        return {"key": key, "answer": "later", "sentence": ""}
    except DomainError as refusal:
        return {"key": key, "answer": "refused", "sentence": plain_sentence(refusal)}
    return {"key": key, "answer": "recorded", "sentence": ""}


def _pair(user: Any, pk: Any) -> Any:
    if not isinstance(pk, int) or isinstance(pk, bool):
        return None
    pair = queries.visible_to(user).filter(pk=pk).first()
    return pair if pair and (rules.is_member(user, pair) or rules.can_lead(user, pair)) else None


def _record(request: HttpRequest, pair: Any, form: RecordForm, told_at: str, text: str) -> None:
    given = form.cleaned_data
    try:
        moment = parse_datetime(told_at)
    except ValueError:
        moment = None
    actions.record_meeting(
        pair,
        happens_on=given["happens_on"],
        state=form.state(),
        mood=form.mood(),
        minutes=given["minutes"],
        text=text,
        is_private=given.get("is_private", False),
        author=person_of(request.user, pair.organisation),
        entry_key=given["entry_key"],
        told_at=moment if moment and moment.tzinfo else None,
        again=given["again"],
        by=request.user,
    )
