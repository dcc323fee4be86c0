"""DOCX out of a DOCX template: docxtpl behind a sandbox."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from nastavnik.domain.documents.rendering.archive import EARLIEST, repack
from nastavnik.domain.documents.rendering.docx_safety import PaperEnvironment, TemplateRefused, inspect_template
from nastavnik.domain.documents.rendering.words import plain


def render_docx(
    template: bytes, context: Mapping[str, Any], *, title: str = "", author: str = "", day: date | None = None
) -> bytes:
    """The template filled with plain data; the same input gives the same bytes.

    `title`, `author` and `day` go into the file's properties. Raises TemplateRefused (codes of `inspect_template`,
    and unsafe_expression, unknown_field, syntax) for a template that may not or cannot be used, TypeError for data
    that is not plain.
    """
    document = filled(template, context)
    set_properties(document, title, author, day)
    target = io.BytesIO()
    document.save(target)
    return repack(target.getvalue(), day)


def filled(template: bytes, context: Mapping[str, Any]) -> DocxTemplate:
    """The template with its fields filled, open for more. Raises as `render_docx` does."""
    inspect_template(template)
    document = opened(template)
    try:
        document.render(plain(context), jinja_env=PaperEnvironment())
    except SecurityError as error:
        raise TemplateRefused("unsafe_expression") from error
    except UndefinedError as error:
        raise TemplateRefused("unknown_field", message=str(error)) from error
    except TemplateSyntaxError as error:
        raise TemplateRefused("syntax", message=str(error)) from error
    return document


def fields_in(template: bytes) -> tuple[str, ...]:
    """The names that the placeholders ask for, in text, headers and footers. Raises TemplateRefused."""
    inspect_template(template)
    try:
        found = opened(template).get_undeclared_template_variables(PaperEnvironment())
    except SecurityError as error:
        raise TemplateRefused("unsafe_expression") from error
    except TemplateSyntaxError as error:
        raise TemplateRefused("syntax", message=str(error)) from error
    return tuple(sorted(found))


def opened(template: bytes) -> DocxTemplate:
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    except (KeyError, ValueError, PackageNotFoundError) as error:
        raise TemplateRefused("not_docx") from error
    return document


def set_properties(document: DocxTemplate, title: str, author: str, day: date | None) -> None:
    """What the file says about itself."""
    properties = document.docx.core_properties  # get_docx() would load the template anew
    properties.title, properties.author = plain(title)[:255], plain(author)[:255]
    properties.last_modified_by, properties.comments = "", ""
    properties.language = "ru-RU"
    properties.created = properties.modified = datetime.combine(day or EARLIEST, time(), UTC)
