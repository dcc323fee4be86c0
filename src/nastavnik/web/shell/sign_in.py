"""Signing in: by name and password, by the code of a card, by a link; in the demo by one click."""

import ipaddress

from django import forms
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import see_other
from nastavnik.access.current import CHOSEN
from nastavnik.access.messages import sentence
from nastavnik.access.once import every_submit_counts
from nastavnik.core.errors import DomainError
from nastavnik.domain.people.actions import signing_in
from nastavnik.domain.people.queries import demo_users
from nastavnik.domain.people.rules import signed_in, standing
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.theme import own_path

STAY_SECONDS = 60 * 24 * 3600


class PasswordForm(forms.Form):
    username = forms.CharField(
        label=_("Имя для входа"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Пароль"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Код с карточки"),
        help_text=_("Двенадцать букв и цифр. Большие или маленькие, с чёрточками или без — всё равно."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    stay = forms.BooleanField(
        label=_("Остаться на этом телефоне"),
        help_text=_("На 60 дней. Не ставьте отметку на школьном компьютере."),
        required=False,
    )


@allow(PUBLIC)
@every_submit_counts
def sign_in(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    onward = own_path(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        try:
            user = signing_in.check_password(**form.cleaned_data, network=address(request))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return _enter(request, user, onward)
    choices = demo_users() if settings.DEMO else []
    status = 422 if request.method == "POST" else 200
    return render_page(request, "shell/sign_in.html", {"form": form, "next": onward, "choices": choices}, status=status)


@allow(PUBLIC)
@every_submit_counts
def sign_in_by_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = signing_in.use_token(form.cleaned_data["code"], network=address(request))
        except DomainError as refusal:
            form.add_error("code", sentence(refusal))
        else:
            return _enter(request, user, "/", stay=form.cleaned_data["stay"])
    status = 422 if request.method == "POST" else 200
    return render_page(request, "shell/sign_in_by_code.html", {"form": form}, status=status)


@allow(PUBLIC)
@every_submit_counts
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET only shows a button: a preview of the link in a messenger must not use it up."""
    if request.method != "POST":
        return render_page(request, "shell/sign_in_by_link.html", {"token": token})
    try:
        user = signing_in.use_token(token, network=address(request))
    except DomainError as refusal:
        return render_page(request, "shell/sign_in_by_link.html", {"refused": sentence(refusal)}, status=422)
    return _enter(request, user, "/", stay="stay" in request.POST)


@allow(PUBLIC, methods=("POST",))
@every_submit_counts
def sign_in_demo(request: HttpRequest) -> HttpResponse:
    """One click for each role; only where nobody is real."""
    if not settings.DEMO:
        raise Http404
    wanted = request.POST.get("user", "")
    choice = next((c for c in demo_users() if str(c.user.pk) == wanted), None)
    if choice is None:
        raise Http404
    return _enter(request, choice.user, "/")


@allow(PUBLIC, methods=("POST",))
@every_submit_counts
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return see_other("shell:sign_in")


@allow(signed_in, methods=("POST",))
def choose_organisation(request: HttpRequest) -> HttpResponse:
    """Which of one's organisations the pages speak of."""
    own = {str(organisation.pk): organisation.pk for organisation in standing(request.user).organisations}
    chosen = own.get(request.POST.get("organisation", ""))
    if chosen is None:
        raise Http404
    request.session[CHOSEN] = chosen
    return _to("/")


def address(request: HttpRequest) -> str:
    """Where the request came from; behind our own proxy the last address that it noted."""
    noted = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() if settings.HTTPS else ""
    for candidate in (noted, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ipaddress.ip_address(candidate))
        except ValueError:
            continue
    return ""


def _enter(request: HttpRequest, user: AbstractBaseUser, onward: str, *, stay: bool | None = None) -> HttpResponse:
    """Signed in under a new session key; without «stay» a code or link lasts until the browser is closed."""
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    if stay is not None:
        request.session.set_expiry(STAY_SECONDS if stay else 0)
    return _to(onward)


def _to(path: str) -> HttpResponse:
    answer = HttpResponseRedirect(path)
    answer.status_code = 303
    return answer
