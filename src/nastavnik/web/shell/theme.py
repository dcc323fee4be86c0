"""How to read: theme, size of letters, spacing. A plain form, for everybody, without a script."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.web.shell import view_settings
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.view_settings import ViewSettings


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(label=_("Цвета"), choices=view_settings.THEMES, widget=forms.RadioSelect)
    size = forms.ChoiceField(
        label=_("Размер букв"),
        help_text=_("Действует в цветах для слабовидящих."),
        choices=view_settings.SIZES,
        widget=forms.RadioSelect,
    )
    spacing = forms.ChoiceField(
        label=_("Промежутки между буквами"), choices=view_settings.SPACINGS, widget=forms.RadioSelect
    )


@allow(PUBLIC)
def theme(request: HttpRequest) -> HttpResponse:
    now = view_settings.read(request)
    initial = {"theme": now.theme, "size": now.size, "spacing": now.spacing}
    form = ThemeForm(request.POST or None, initial=initial)
    onward = own_path(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        answer = HttpResponseRedirect(onward)
        answer.status_code = 303
        view_settings.write(answer, ViewSettings(**form.cleaned_data))
        return answer
    status = 422 if request.method == "POST" else 200
    return render_page(request, "shell/theme.html", {"form": form, "next": onward}, status=status)


def own_path(request: HttpRequest, wanted: str) -> str:
    """Only pages of this server are gone to; anything else leads to the first page."""
    fits = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if fits else "/"
