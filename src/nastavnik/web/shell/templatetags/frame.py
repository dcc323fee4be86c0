"""What every template may use without loading: submission keys, icons, dates and plurals of Russian."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, FileInput, Select
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from nastavnik.access import once
from nastavnik.core import clock
from nastavnik.web.shell import icons

register = template.Library()
NBSP = "\u00a0"


@register.simple_tag
def submission_key() -> SafeString:
    """A fresh key for a form that changes something: the same submit sent twice has one effect."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, uuid.uuid4())


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """One of our drawings, hidden from screen readers: the words stand beside it."""
    return format_html(
        '<svg class="i{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        f" {extra}" if extra else "",
        mark_safe(icons.ICONS[name]),  # noqa: S308 - our own constants
    )


@register.simple_tag
def shape(state: str) -> SafeString:
    """The shape of a state: ● ok, ▲ warn, ■ bad, ◌ idle, ◆ info."""
    return format_html(
        '<svg class="shape is-{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>',
        state,
        mark_safe(icons.SHAPES[state]),  # noqa: S308
    )


@register.simple_tag
def seal() -> SafeString:
    """The seal of what is proved."""
    return format_html(
        '<svg class="proof-seal" viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor" '
        'stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round">{}</svg>',
        mark_safe(icons.SEAL),  # noqa: S308
    )


@register.simple_tag
def mark() -> SafeString:
    """The mark of the product."""
    return format_html('<svg viewBox="0 0 28 28" aria-hidden="true">{}</svg>', mark_safe(icons.MARK))  # noqa: S308


@register.filter
def list_date(value: date | datetime | None) -> str:
    """«23 ноября», with the year only where it is not this one; "" for nothing."""
    if value is None or value == "":
        return ""
    day = _day(value)
    this_year = _day(clock.now()).year
    return formats.date_format(day, "j\u00a0E" if day.year == this_year else "j\u00a0E\u00a0Y").lower()


@register.filter
def table_date(value: date | datetime | None) -> str:
    """23.11.2026, for tables."""
    return formats.date_format(_day(value), "d.m.Y") if value else ""


@register.filter
def day_time(value: datetime | None) -> str:
    """«23 ноября, 15:20»."""
    if not value:
        return ""
    here = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{list_date(here)}, {here:%H:%M}"


@register.filter
def weekday_date(value: date | datetime | None) -> str:
    """«Понедельник, 23 ноября»."""
    if not value:
        return ""
    return f"{formats.date_format(_day(value), 'l').capitalize()}, {list_date(value)}"


@register.filter
def plural(number: int, forms: str) -> str:
    """`{{ 5|plural:"пара,пары,пар" }}` → «5 пар»; thousands are parted by a space that does not break."""
    return f"{thousands(number)}{NBSP}{plural_word(number, forms)}"


@register.filter
def plural_word(number: int, forms: str) -> str:
    """The noun alone, in the form that the number asks for (one, few, many)."""
    one, few, many = forms.split(",")
    tail, tens = abs(int(number)) % 10, abs(int(number)) % 100
    if 11 <= tens <= 14 or tail == 0 or tail >= 5:
        return many
    return one if tail == 1 else few


@register.filter
def thousands(number: int) -> str:
    """2914 → «2 914» with a space that does not break."""
    return f"{int(number):,}".replace(",", NBSP).replace("-", "−")


@register.filter
def percent(part: float | None, whole: float | None) -> str:
    """A width for an SVG attribute, in per cent; "0%" where there is no whole."""
    return f"{100 * float(part or 0) / float(whole):.2f}%" if whole else "0%"


@register.filter
def message_state(level_tag: str) -> str:
    """Level of a message → state of a note."""
    return {"success": "ok", "warning": "warn", "error": "bad"}.get(level_tag, "info")


@register.filter
def join_phrase(first: Any, rest: Any) -> str:
    """Two parts of a line parted by a middle dot; an empty part leaves no dot."""
    return " · ".join(str(part) for part in (first, rest) if part)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control of a field in our classes; Django itself writes aria-invalid and aria-describedby."""
    widget = field.field.widget
    if isinstance(widget, CheckboxInput):
        classes = "form-check-input"
    elif isinstance(widget, Select):
        classes = "form-select"
    elif isinstance(widget, FileInput):
        classes = "form-control form-file"
    else:
        classes = "form-control"
    own = widget.attrs.get("class", "")
    attrs = {"class": " ".join(part for part in (classes, own, "is-invalid" if field.errors else "") if part)}
    return field.as_widget(attrs=attrs)


@register.simple_tag
def step_word(state: str) -> str:
    """What a screen reader says of a step of a stepper or a wizard."""
    words = {
        "done": gettext("пройден"),
        "now": gettext("идёт сейчас"),
        "late": gettext("идёт сейчас, срок прошёл"),
        "error": gettext("с ошибкой"),
    }
    return words.get(state, gettext("впереди"))


def _day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


@register.simple_tag
def stacked_bar(parts: Iterable[tuple[str, float]], label: str, slim: str = "") -> SafeString:
    """A bar of parts (class of the fill, number) in the order of the list; the numbers stand beside it in words."""
    known = [(fill, float(number)) for fill, number in parts]
    whole = sum(number for _fill, number in known)
    return format_html(
        '<svg class="bar{}" role="img" aria-label="{}">{}</svg>',
        " bar-slim" if slim else "",
        label,
        _rectangles(known, whole),
    )


@register.simple_tag
def score_bar(parts: Iterable[Any], of: float) -> SafeString:
    """The points of each criterion as one bar out of `of`; hidden from screen readers, the total stands beside it."""
    known = [(f"f{number}", float(part.points)) for number, part in enumerate(parts, start=1)]
    return format_html('<svg class="bar bar-slim" aria-hidden="true">{}</svg>', _rectangles(known, float(of) or 1))


@register.simple_tag
def capacity_squares(taken: int, places: int) -> SafeString:
    """A square for each place, filled where taken; beyond eight places the words are enough."""
    number = max(int(places), int(taken))
    if not 0 < number <= 8:
        return SafeString("")
    squares = format_html_join(
        "",
        '<rect class="{}" x="{}" y="1" width="10" height="10" rx="2"/>',
        (("cap-on" if place < int(taken) else "cap-off", 1 + 14 * place) for place in range(number)),
    )
    return format_html('<svg viewBox="0 0 {} 12" aria-hidden="true">{}</svg>', 14 * number - 1, squares)


@register.simple_tag(takes_context=True)
def page_query(context: template.Context, parameter: str, number: int) -> str:
    """The address of another page of the same list, filters kept."""
    query = context["request"].GET.copy()
    query[parameter] = number
    return f"?{query.urlencode()}"


def _rectangles(parts: list[tuple[str, float]], whole: float) -> SafeString:
    rows: list[tuple[str, str, str]] = []
    start = 0.0
    for fill, number in parts:
        if number <= 0 or not whole:
            continue
        if start:
            rows.append(("f-line", f"{100 * start / whole:.2f}%", "2"))
        rows.append((fill, f"{100 * start / whole:.2f}%", f"{100 * number / whole:.2f}%"))
        start += number
    # The white line is drawn over the seam, so the part before it comes first.
    ordered = sorted(rows, key=lambda row: row[0] == "f-line")
    return format_html_join("", '<rect class="{}" x="{}" width="{}" height="100%"/>', ordered)
