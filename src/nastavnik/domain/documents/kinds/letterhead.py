"""The institution at the head of a paper, and the people who sign or are named in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nastavnik.domain.documents.kinds.noting import note
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, held, joined
from nastavnik.domain.people.names import Case, Doubt, FullName, inflect, initials, signed
from nastavnik.domain.people.posts import inflect_post


@dataclass(frozen=True)
class Institution:
    full_name: str
    short_name: str = ""
    founder: str = ""  # the line above the name, where the letterhead has one
    address: str = ""
    contacts: str = ""  # telephone, e-mail, site, as one line
    city: str = ""  # the place a paper is given at: «г. Заозёрск»
    requisites: str = ""  # «ИНН …, ОГРН …», for consents: who the operator of the data is
    legal_address: str = ""
    publishes_at: tuple[str, ...] = ()  # sites and pages, as the consent to publication names them


@dataclass(frozen=True)
class Official:
    """Somebody who acts by post: head, coordinator, who controls."""

    name: FullName
    post: str
    post_overrides: Mapping[str, str] = field(default_factory=dict, hash=False)

    def full(self, case: Case) -> str:
        """«Петрову Ольгу Ильиничну, заместителя директора по воспитательной работе»."""
        note(self, case)
        return joined(inflect(self.name, case).text, inflect_post(self.post, case, self.post_overrides).text)

    def short(self, case: Case) -> str:
        """«заместителя директора по воспитательной работе Петрову О. И.»."""
        note(self, case)
        return joined(inflect_post(self.post, case, self.post_overrides).text, initials(self.name, case), by=" ")

    def brief(self, case: Case) -> str:
        """«Петровой О. И.»."""
        note(Official(self.name, ""), case)
        return initials(self.name, case)

    def doubts(self, case: Case) -> tuple[Doubt, ...]:
        return inflect(self.name, case).doubts + inflect_post(self.post, case, self.post_overrides).doubts


@dataclass(frozen=True)
class Participant:
    """A mentor or mentee: an adult by post, a pupil by study group. `key` tells namesakes apart, never printed."""

    name: FullName
    post: str = ""
    study_group: str = ""
    key: str = ""
    post_overrides: Mapping[str, str] = field(default_factory=dict, hash=False)

    def full(self, case: Case) -> str:
        """«Воронову Якову Романовичу (9 «А»)» or «Ким Анне Олеговне, учителю математики»."""
        note(self, case)
        group = self.study_group.replace(" ", NO_BREAK_SPACE)
        named = joined(inflect(self.name, case).text, f"({group})" if group else "", by=" ")
        return joined(named, inflect_post(self.post, case, self.post_overrides).text)

    @property
    def note(self) -> str:
        return joined(self.post, self.study_group.replace(" ", NO_BREAK_SPACE))

    def doubts(self, case: Case) -> tuple[Doubt, ...]:
        post = inflect_post(self.post, case, self.post_overrides).doubts if self.post else ()
        return inflect(self.name, case).doubts + post


def letterhead(institution: Institution) -> dict[str, str]:
    """The lines of the letterhead; empty ones are left out by the templates."""
    short = institution.short_name.strip()
    return {
        "founder": held(institution.founder),
        "full_name": held(institution.full_name),
        "short_name": held(f"({short})") if short and short != institution.full_name.strip() else "",
        "address": held(institution.address),
        "contacts": institution.contacts,
    }


def signature(official: Official) -> dict[str, str]:
    """Post on the left, name on the right of the line; the post begins with a capital."""
    return {"post": official.post[:1].upper() + official.post[1:], "name": signed(official.name)}


def properties(title: str, institution: Institution, day: date | None) -> dict[str, Any]:
    """What the file says about itself."""
    author = institution.short_name or institution.full_name
    return {"title": title, "author": author, "day": day.isoformat() if day else ""}
