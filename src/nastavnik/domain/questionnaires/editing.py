"""Changing a questionnaire step by step. Pure: every function gives a new Spec; what does not fit changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from nastavnik.domain.questionnaires.specs import Kind, Option, Question, Scale, Scoring, Section, Spec

Direction = Literal["up", "down"]


def new_question(spec: Spec, kind: Kind) -> Question:
    """A question of the kind, with a code that is free and the usual scale."""
    scale = Scale(1, 10) if kind in (Kind.SCALE, Kind.MATRIX) else None
    return Question(free_code(spec), kind, "", scale=scale, is_required=kind not in (Kind.TEXT, Kind.LONG_TEXT))


def free_code(spec: Spec) -> str:
    """q1, q2, …: the number after the highest."""
    numbers = [int(q.code[1:]) for q in spec.questions() if q.code[:1] == "q" and q.code[1:].isdecimal()]
    return f"q{max((number for number in numbers if number < 10**6), default=0) + 1}"


def options_from_lines(text: str, former: Sequence[Option], letter: str = "a") -> tuple[Option, ...]:
    """One option a line. Whose words did not change keeps its code and points, also when it was moved."""
    known = {option.text: option for option in former}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    taken = {known[line].code for line in lines if line in known}
    number, made = 0, []
    for line in lines:
        if line in known:
            made.append(known[line])
            continue
        number += 1
        while f"{letter}{number}" in taken:
            number += 1
        made.append(Option(f"{letter}{number}", line))
    return tuple(made)


def add_section(spec: Spec, title: str = "") -> Spec:
    return replace(spec, sections=(*spec.sections, Section(title)))


def change_section(spec: Spec, number: int, *, title: str, note: str) -> Spec:
    return _with_section(spec, number, lambda section: replace(section, title=title, note=note))


def remove_section(spec: Spec, number: int) -> Spec:
    """The section goes; its questions join the one before it (or after it), so that nothing written is lost."""
    if not 0 <= number < len(spec.sections) or len(spec.sections) == 1:
        return spec
    sections, gone = list(spec.sections), spec.sections[number]
    del sections[number]
    heir = max(number - 1, 0)
    former = sections[heir].questions
    joined = (*former, *gone.questions) if number else (*gone.questions, *former)
    sections[heir] = replace(sections[heir], questions=joined)
    return replace(spec, sections=tuple(sections))


def move_section(spec: Spec, number: int, direction: Direction) -> Spec:
    other = number - 1 if direction == "up" else number + 1
    if not (0 <= number < len(spec.sections) and 0 <= other < len(spec.sections)):
        return spec
    sections = list(spec.sections)
    sections[number], sections[other] = sections[other], sections[number]
    return replace(spec, sections=tuple(sections))


def add_question(spec: Spec, number: int, question: Question) -> Spec:
    """At the end of the section."""
    return _with_section(spec, number, lambda section: replace(section, questions=(*section.questions, question)))


def change_question(spec: Spec, code: str, question: Question) -> Spec:
    """The question in the place of the one with the code."""
    return _with_questions(spec, lambda one: (question if one.code == code else one,))


def copy_question(spec: Spec, code: str) -> Spec:
    """A twin right behind it."""
    new = free_code(spec)
    return _with_questions(spec, lambda one: (one, replace(one, code=new)) if one.code == code else (one,))


def remove_question(spec: Spec, code: str) -> Spec:
    """The question goes, and with it the conditions that looked at it."""

    def without(one: Question) -> tuple[Question, ...]:
        if one.code == code:
            return ()
        return (replace(one, shown_if=None),) if one.shown_if and one.shown_if.code == code else (one,)

    return _with_questions(spec, without)


def hanging_on(spec: Spec, code: str) -> tuple[Question, ...]:
    """The questions that are asked or not by the answer to this one, and those that hang on them."""
    found: dict[str, Question] = {}
    wanted = [code]
    while wanted:
        upon = wanted.pop()
        new = [one for one in spec.questions() if one.shown_if and one.shown_if.code == upon and one.code not in found]
        found |= {one.code: one for one in new if one.code != code}
        wanted += [one.code for one in new if one.code != code]
    return tuple(one for one in spec.questions() if one.code in found)


def remove_with_hanging(spec: Spec, code: str) -> Spec:
    """The question goes, and with it those that would be asked of everybody without sense."""
    for one in hanging_on(spec, code):
        spec = remove_question(spec, one.code)
    return remove_question(spec, code)


def move_question(spec: Spec, code: str, direction: Direction) -> Spec:
    """One place up or down; past the edge of a section it goes into the next one."""
    place = _place(spec, code)
    if place is None:
        return spec
    number, index = place
    questions = list(spec.sections[number].questions)
    other = index - 1 if direction == "up" else index + 1
    if 0 <= other < len(questions):
        questions[index], questions[other] = questions[other], questions[index]
        return _with_section(spec, number, lambda section: replace(section, questions=tuple(questions)))
    return _into_neighbour(spec, number, questions[index], direction)


def _into_neighbour(spec: Spec, number: int, question: Question, direction: Direction) -> Spec:
    other = number - 1 if direction == "up" else number + 1
    if not 0 <= other < len(spec.sections):
        return spec
    left = tuple(one for one in spec.sections[number].questions if one.code != question.code)
    there = spec.sections[other].questions
    joined = (*there, question) if direction == "up" else (question, *there)
    spec = _with_section(spec, number, lambda section: replace(section, questions=left))
    return _with_section(spec, other, lambda section: replace(section, questions=joined))


def without_lost(scoring: Scoring, spec: Spec) -> Scoring:
    """The scoring without questions that are gone; a score that has none left goes too."""
    there = {question.code for question in spec.questions()}
    kept = (
        replace(
            score,
            questions=tuple(code for code in score.questions if code in there),
            reversed_codes=tuple(code for code in score.reversed_codes if code in there),
        )
        for score in scoring.scores
    )
    return Scoring(tuple(score for score in kept if score.questions))


def _place(spec: Spec, code: str) -> tuple[int, int] | None:
    for number, section in enumerate(spec.sections):
        for index, question in enumerate(section.questions):
            if question.code == code:
                return number, index
    return None


def _with_section(spec: Spec, number: int, change: Callable[[Section], Section]) -> Spec:
    if not 0 <= number < len(spec.sections):
        return spec
    sections = list(spec.sections)
    sections[number] = change(sections[number])
    return replace(spec, sections=tuple(sections))


def _with_questions(spec: Spec, change: Callable[[Question], tuple[Question, ...]]) -> Spec:
    return replace(
        spec,
        sections=tuple(
            replace(section, questions=tuple(new for one in section.questions for new in change(one)))
            for section in spec.sections
        ),
    )
