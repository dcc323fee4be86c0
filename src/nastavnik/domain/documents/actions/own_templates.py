"""A DOCX of the institution in place of our page."""

import logging
from pathlib import PurePath
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.jobs import place_of
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.actions.filing import CONTENT_TYPES, take_turn
from nastavnik.domain.documents.errors import TemplateUnfit
from nastavnik.domain.documents.kinds import DocumentKind, kind_of
from nastavnik.domain.documents.models import OwnTemplate
from nastavnik.domain.documents.queries import current_template
from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused
from nastavnik.domain.documents.rendering.own_template import check_template
from nastavnik.domain.documents.template_messages import OTHER, TOO_BIG, refusal_of
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.organisations.models import Organisation

logger = logging.getLogger(__name__)
MOST_MEGABYTES = 5


def upload_template(organisation: Organisation, code: str, *, content: bytes, name: str, by: Any) -> OwnTemplate:
    """Use this DOCX for the drafts of a kind from now on, after it was filled once for trial. Papers that are there
    keep their files. Raises KeyError for an unknown kind, TemplateUnfit."""
    fields = _checked(content, kind_of(code))
    title = PurePath(name.replace("\\", "/")).name[:200] or f"{code}.docx"
    with transaction.atomic():
        here = take_turn(organisation.pk)
        former = current_template(here, code)
        if former is not None:
            _put_aside(former, by)
        file = store(here, title=title, content=content, content_type=CONTENT_TYPES["docx"], by=by)
        template = OwnTemplate.objects.create(organisation=here, kind=code, title=title, file=file, fields=list(fields))
        audit.record("owntemplate.upload", template, by=by, fields=["kind", "file"])
    return template


@transaction.atomic
def stop_using_template(template: OwnTemplate, *, by: Any) -> None:
    """Drafts are made of our page again; papers that are there keep their files."""
    take_turn(template.organisation_id)
    _put_aside(template, by)


def _put_aside(template: OwnTemplate, by: Any) -> None:
    """It is used no more; one of which no paper was made goes with its file."""
    if template.documents.exists():
        save_changes(template, {"is_current": False}, version=template.version, by=by)
        return
    file = template.file
    audit.record("owntemplate.remove", template, by=by, fields=["file"])
    template.delete()
    remove(file)


def _checked(content: bytes, kind: DocumentKind) -> tuple[str, ...]:
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise TemplateUnfit(why=TOO_BIG % {"limit": MOST_MEGABYTES})
    try:
        return check_template(content, kind)
    except TemplateRefused as refused:
        raise TemplateUnfit(why=refusal_of(refused)) from None
    except Exception as error:  # noqa: BLE001 – a file from outside may break a reader in ways nobody foresaw
        logger.warning("own template not readable: %s at %s", type(error).__name__, place_of(error))
        raise TemplateUnfit(why=OTHER) from None
