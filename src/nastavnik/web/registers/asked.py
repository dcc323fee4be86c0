"""What is asked of a register: which one, narrowed to whom, in which columns; as an address and as hidden fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict

from nastavnik.core import clock
from nastavnik.domain.exchange.enums import Register
from nastavnik.domain.exchange.registers.columns import Column, chosen
from nastavnik.domain.exchange.registers.filters import Filters, filters_from
from nastavnik.domain.exchange.registers.outline import SORTS, outline
from nastavnik.web.shell import searching


@dataclass(frozen=True)
class Asked:
    """`codes` are the columns somebody chose, none for the usual ones."""

    register: str
    filters: Filters
    codes: tuple[str, ...] = ()
    text: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        return chosen(self.register, self.codes)

    @property
    def place(self) -> str:
        """Under which name the session keeps the words of the search: a name never stands in an address."""
        return f"registers/{self.register}"

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """All of it but the search, as names and values."""
        register = [("register", self.register)] if self.register != Register.MENTEES else []
        return [*register, *self.filters.to_plain().items(), *(("column", code) for code in self.codes)]

    @property
    def address(self) -> str:
        return f"?{urlencode(self.pairs)}"

    def turned(self, **changes: Any) -> str:
        """The address with other filters."""
        return replace(self, filters=replace(self.filters, **changes)).address


def asked_of(request: HttpRequest, given: QueryDict) -> Asked:
    """From an address or from the hidden fields of a form; unknown words count for nothing."""
    register = given.get("register", "")
    register = register if register in Register.values else str(Register.MENTEES)
    asked = as_asked(register, given.dict(), given.getlist("column"))
    return replace(asked, text=searching.words(request, asked.place))


def as_asked(register: str, filters: Mapping[str, Any], codes: Any) -> Asked:
    """The same from a saved view."""
    known = {column.code for column in chosen(register, codes)} if codes else set()
    kept = tuple(code for code in dict.fromkeys(codes) if code in known)
    return Asked(register, filters_from(filters, register, frozenset(SORTS)), kept)


def organisation_of(request: HttpRequest) -> Any:
    """The organisation of the request; a page of a register is of one."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation


def outline_of(request: HttpRequest, asked: Asked) -> list[tuple[int, int]]:
    """Everybody whom the filters leave, what is lacking aside."""
    organisation = organisation_of(request)
    on = clock.today(organisation.time_zone)
    return outline(request.user, organisation, asked.register, asked.filters, text=asked.text, on=on)
