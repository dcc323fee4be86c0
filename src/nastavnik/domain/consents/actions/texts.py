"""The library of texts: a draft is edited, published and from then on never changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.consents.enums import ON_PAPER_ONLY
from nastavnik.domain.consents.errors import PartMissing, TextHasBlank, TextIsPublished
from nastavnik.domain.consents.models import ConsentText
from nastavnik.domain.consents.texts import BLANK, BLANK_PLACES, PARTS, has_blank, missing, words_of
from nastavnik.domain.organisations.actions import field_names
from nastavnik.domain.organisations.errors import RequisitesMissing
from nastavnik.domain.organisations.models import Organisation


@transaction.atomic
def text_in_use(organisation: Organisation, kind: str) -> ConsentText:
    """The published text of a kind; where the organisation has none yet, the delivered one becomes its first. Where it
    left a line for what is written down by now, the same words without that line are the next version."""
    used = _used(organisation, kind)
    parts = _parts_now(organisation, kind, used)
    if used and parts == {part: getattr(used, part) for part in PARTS}:
        return used
    _retire(organisation, kind)
    text = ConsentText(organisation=organisation, kind=kind, number=_next(organisation, kind), **parts)
    text.published_on = clock.today(organisation.time_zone)
    text.sha256 = seal(text)
    text.save(force_insert=True)
    audit.record("consenttext.publish", text)
    return text


def _used(organisation: Organisation, kind: str) -> ConsentText | None:
    return ConsentText.objects.filter(
        organisation=organisation, kind=kind, published_on__isnull=False, retired_on__isnull=True
    ).first()


def _retire(organisation: Organisation, kind: str) -> None:
    ConsentText.objects.filter(
        organisation=organisation, kind=kind, published_on__isnull=False, retired_on__isnull=True
    ).update(retired_on=clock.today(organisation.time_zone))


def _parts_now(organisation: Organisation, kind: str, used: ConsentText | None) -> dict[str, str]:
    """The words in use, or the delivered ones, with as much of the organisation in them as is written down."""
    facts = facts_of(organisation)
    if used is None:
        return words_of(kind).parts(facts)
    parts = {part: getattr(used, part).replace(BLANK_PLACES, facts["places"]) for part in PARTS}
    if BLANK in parts["operator"] and BLANK not in facts["operator"]:
        parts["operator"] = facts["operator"]
    return parts


def require_no_blanks(organisation: Organisation, kinds: Iterable[str]) -> None:
    """Words that will be signed by link leave no line to a pen. Raises RequisitesMissing with the names of the fields,
    or TextHasBlank where the line is somebody's own."""
    asked = [_parts_now(organisation, kind, _used(organisation, kind)) for kind in kinds if kind not in ON_PAPER_ONLY]
    if not any(has_blank(parts) for parts in asked):
        return
    held = {"legal_address": any(BLANK in parts["operator"] for parts in asked)}
    held["publication_places"] = any(BLANK_PLACES in words for parts in asked for words in parts.values())
    empty = [name for name, is_needed in held.items() if is_needed and not getattr(organisation, name).strip()]
    if empty:
        raise RequisitesMissing(fields=field_names(empty))
    raise TextHasBlank


@transaction.atomic
def draft_text(organisation: Organisation, kind: str, *, by: Any) -> ConsentText:
    """The draft of the next version: the words in use, or the delivered ones, with the operator as it is written down
    now. Its number may still move up until it is published."""
    every = ConsentText.objects.filter(organisation=organisation, kind=kind)
    found = every.filter(published_on__isnull=True).first()
    if found:
        return found
    used = every.filter(published_on__isnull=False, retired_on__isnull=True).first()
    facts = facts_of(organisation)
    parts = {part: getattr(used, part) for part in PARTS} if used else words_of(kind).parts(facts)
    parts["operator"] = facts["operator"]
    draft = ConsentText.objects.create(organisation=organisation, kind=kind, number=_next(organisation, kind), **parts)
    audit.record("consenttext.draft", draft, by=by)
    return draft


def edit_draft(text: ConsentText, parts: Mapping[str, str], *, version: int, by: Any) -> None:
    """Other words, as long as nobody can have signed them. Raises TextIsPublished, ChangedMeanwhile."""
    if text.published_on is not None:
        raise TextIsPublished
    versions.save_changes(text, {part: parts[part].strip() for part in PARTS}, version=version, by=by)


@transaction.atomic
def publish_draft(text: ConsentText, *, by: Any) -> ConsentText:
    """From today on this version is asked for; what was signed before keeps its own words.

    Raises TextIsPublished, PartMissing and, where answers are given by link, TextHasBlank.
    """
    if text.published_on is not None:
        raise TextIsPublished
    lacking = missing(text.kind, {part: getattr(text, part) for part in PARTS})
    if lacking:
        raise PartMissing(part=getattr(ConsentText._meta.get_field(lacking[0]), "verbose_name", ""))
    if text.organisation.consent_by_link and text.has_blank:
        raise TextHasBlank
    today = clock.today(text.organisation.time_zone)
    _retire(text.organisation, text.kind)
    text.number = max(text.number, _next(text.organisation, text.kind, but=text.pk))
    sealed = {"number": text.number, "published_on": today, "sha256": seal(text)}
    versions.save_changes(text, sealed, version=text.version, by=by)
    return text


def seal(text: ConsentText) -> str:
    """The digest of kind, number and every part: what stands on a paper can be held against it."""
    body = [text.kind, text.number, *(getattr(text, part) for part in PARTS)]
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()


def facts_of(organisation: Organisation) -> dict[str, str]:
    """What the delivered words say of an organisation; what is not written down is left as a line."""
    numbers = [f"{title} {value}" for title, value in (("ИНН", organisation.inn), ("ОГРН", organisation.ogrn)) if value]
    address = f"адрес: {organisation.legal_address or BLANK}"
    places = ", ".join(line.strip() for line in organisation.publication_places.splitlines() if line.strip())
    return {
        "operator": ", ".join([organisation.title, *numbers, address]),
        "mail": f" или на {organisation.consents_email}" if organisation.consents_email else "",
        "places": places or BLANK_PLACES,
    }


def _next(organisation: Organisation, kind: str, but: int = 0) -> int:
    every = ConsentText.objects.filter(organisation=organisation, kind=kind).exclude(pk=but)
    last = every.order_by("-number").first()
    return last.number + 1 if last else 1
