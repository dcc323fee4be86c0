"""Ready plans by form of mentoring and role model. Pure."""

from nastavnik.domain.plans.templates.pupils import PUPILS
from nastavnik.domain.plans.templates.shape import Template, TemplateStep
from nastavnik.domain.plans.templates.teachers import TEACHERS

TEMPLATES = (*TEACHERS, *PUPILS)

__all__ = ["TEMPLATES", "Template", "TemplateStep", "fitting", "template_of"]


def fitting(format_code: str, role_model: str) -> list[Template]:
    """Those of the form, the ones for its role model first."""
    found = [one for one in TEMPLATES if format_code in one.formats]
    return sorted(found, key=lambda one: role_model not in one.role_models)


def template_of(code: str) -> Template | None:
    return next((one for one in TEMPLATES if one.code == code), None)
