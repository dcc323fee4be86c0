"""What is said of the last day that nobody chose."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from nastavnik.domain.programmes.templates.ending import ends_with_lessons


def say_last_day(request: HttpRequest, programme: Any, *, asked: Any) -> None:
    """A programme that begins late ends with the lessons: said, so that it can be changed."""
    if not asked and ends_with_lessons(programme.starts_on, programme.ends_on):
        facts = {"day": f"{programme.ends_on:%d.%m.%Y}"}
        messages.info(
            request,
            _("Последний день – %(day)s, конец уроков: этапы и строки подстроены под него. Его можно изменить.")
            % facts,
        )
