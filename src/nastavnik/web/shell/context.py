"""What every page knows: one variable, `frame`, so that no page's own names collide with it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property

from nastavnik.core import clock
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.people.rules import NOBODY, Standing, standing
from nastavnik.web.shell import view_settings
from nastavnik.web.shell.menu import FAMILY, Link, menu_for


class Frame:
    """Organisation, person, menu and the way of reading; worked out only where a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.organisation = getattr(request, "organisation", None)
        self.person = getattr(request, "person", None)
        self.view = view_settings.read(request)
        self.demo = settings.DEMO

    @cached_property
    def standing(self) -> Standing:
        user = getattr(self.request, "user", None)
        return standing(user) if user is not None else NOBODY

    @cached_property
    def signed_in(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(user is not None and user.is_authenticated)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Roles in the organisation of the request, and those that hold in a territory."""
        own = self.standing.roles_in(self.organisation.pk) if self.organisation else frozenset()
        return own | self.standing.roles_in(None)

    @cached_property
    def family(self) -> bool:
        """Mentors, mentees and guardians without a staff role get the narrow pages with the bar below."""
        return self.signed_in and self.roles <= FAMILY

    @property
    def layout(self) -> str:
        """For pages that staff and families share: `{% extends frame.layout %}`."""
        return "layout/narrow.html" if self.family or not self.signed_in else "layout/page.html"

    @cached_property
    def menu(self) -> list[Link]:
        if not self.signed_in:
            return []
        return menu_for(self.roles, self.request.user, self.request.resolver_match, self.request.path)

    @cached_property
    def others(self) -> list[Any]:
        """The other organisations of somebody who works in several."""
        return [o for o in self.standing.organisations if self.organisation and o.pk != self.organisation.pk]

    @property
    def child_reads(self) -> bool:
        """Said «ты» to: a signed-in child under 14."""
        born = self.person.birth_date if self.person else None
        return born is not None and age_on(born, clock.today()) < 14

    @cached_property
    def greeting(self) -> str:
        """Children are called by their given name alone, adults by name and patronymic."""
        person = self.person
        if person is None:
            return self._role_title if self.signed_in else ""
        child = person.birth_date is not None and age_on(person.birth_date, clock.today()) < 18
        parts = (person.given_name,) if child else (person.given_name, person.patronymic)
        return " ".join(part for part in parts if part) or person.surname

    @property
    def _role_title(self) -> str:
        """Who has an account but no card, an operator of a territory, is called by the role, not by the login."""
        held = [str(role.label).capitalize() for role in RoleCode if role in self.roles]
        return held[0] if held else str(self.request.user.username)


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"frame": Frame(request)}
