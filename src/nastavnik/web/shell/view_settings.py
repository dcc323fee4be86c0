"""How a visitor wants to read: theme, size of letters, spacing. One cookie, no account needed, read by the server."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

COOKIE = "view"
YEAR = 365 * 24 * 3600
DEVICE = "device"
THEMES = (
    (DEVICE, _("Как на устройстве")),
    ("light", _("Светлая")),
    ("dark", _("Тёмная")),
    ("lv-white", _("Для слабовидящих: чёрным по белому")),
    ("lv-black", _("Для слабовидящих: белым по чёрному")),
    ("lv-blue", _("Для слабовидящих: тёмно-синим по голубому")),
)
SIZES = (("1", _("Крупные, 125 %")), ("2", _("Очень крупные, 150 %")), ("3", _("Самые крупные, 200 %")))
SPACINGS = (("1", _("Обычные")), ("2", _("Широкие")), ("3", _("Самые широкие")))


@dataclass(frozen=True)
class ViewSettings:
    theme: str = DEVICE
    size: str = "1"
    spacing: str = "1"

    @property
    def attribute(self) -> str:
        """The value of data-bs-theme; "" where the page follows the device."""
        return "" if self.theme == DEVICE else self.theme

    @property
    def low_vision(self) -> bool:
        return self.theme.startswith("lv-")


def read(request: HttpRequest) -> ViewSettings:
    """The choice in the cookie; whatever does not fit is as if nothing had been chosen."""
    theme, _first, rest = request.COOKIES.get(COOKIE, "").partition(".")
    size, _second, spacing = rest.partition(".")
    if theme not in dict(THEMES):
        return ViewSettings()
    return ViewSettings(theme, size if size in dict(SIZES) else "1", spacing if spacing in dict(SPACINGS) else "1")


def write(response: HttpResponse, chosen: ViewSettings) -> None:
    """Keep the choice for a year."""
    response.set_cookie(
        COOKIE,
        f"{chosen.theme}.{chosen.size}.{chosen.spacing}",
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )
