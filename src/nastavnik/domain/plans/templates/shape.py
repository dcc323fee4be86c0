"""A ready plan: a goal and steps with days from the start, who does each, its direction and what is expected. Pure."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise
MENTOR, MENTEE, BOTH = "mentor", "mentee", ""


@dataclass(frozen=True)
class TemplateStep:
    """`days` from the first day of the plan; `direction` is a code of the catalogue of directions."""

    days: int
    who: str
    title: Text
    direction: str
    expected: Text


@dataclass(frozen=True)
class Template:
    """`formats` are codes; `role_models` titles of shipped role models, none means any of these formats."""

    code: str
    title: Text
    formats: tuple[str, ...]
    role_models: tuple[str, ...]
    goal: Text
    steps: tuple[TemplateStep, ...]
