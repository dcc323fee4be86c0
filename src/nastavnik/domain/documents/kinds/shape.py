"""What a kind of paper says about itself; one such constant `KIND` in each file of this folder."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.functional import Promise

Answer = Literal["text", "long_text", "day", "number", "choice"]


@dataclass(frozen=True)
class Ask:
    """One thing that only a person knows and the paper needs: asked when the paper is prepared, kept in `answers`.

    Few papers ask anything, and none asks what is already entered somewhere.
    """

    code: str
    label: Promise | str
    answer: Answer = "text"
    help_text: Promise | str = ""
    is_required: bool = False
    choices: tuple[tuple[str, Promise | str], ...] = ()


@dataclass(frozen=True)
class DocumentKind:
    """What a paper is called, what it is about, how it is numbered and made.

    `build` takes an instance of `context` and gives the paper; the adapter of the same name makes the context out of
    rows. `cites` are subjects of acts (ActSubject values) which the paper refers to. `appendices` are codes of kinds
    that are prepared, approved and printed with it.
    """

    code: str
    title: Promise  # spoken by the pages, which have settings; importing needs none
    about: Promise  # one sentence: when it is needed
    context: type
    build: Callable[[Any], Any]  # Paper
    subject: str  # Subject value
    book: str  # Book value
    needs_approval: bool
    head_signs: bool = True  # no draft without a head; else the head is left out, or a line is left for the hand
    programme_types: tuple[str, ...] = ("pupils", "teachers")
    cites: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    is_numbered: bool = True
    suffix: str = ""  # of numbers that the product proposes: «-Н»
    has_check_code: bool = False
    batch: bool = False  # made for many at once
    before_consent: bool = False  # a form on which consent is given, or one that tells nothing of a child
    is_diary: bool = False  # tells what people wrote to each other: whoever only approves papers reads none
    # For an institution's own template, beside what every paper has: single values and sections, code and meaning.
    named: tuple[tuple[str, Promise | str], ...] = ()
    sections: tuple[tuple[str, Promise | str], ...] = ()
    stages: tuple[str, ...] = field(default_factory=tuple)  # codes of the stages at which it is usual
