"""The papers for people: the table of pairs, the order, the page that explains."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nastavnik.cli.quick.matching import Matched
from nastavnik.domain.documents.kinds import appointment_order
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, Participant
from nastavnik.domain.documents.rendering import html, papers, xlsx
from nastavnik.domain.exchange import messages as reading_words
from nastavnik.domain.exchange.records import ListReading, PersonRecord
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.codes import WarningCode
from nastavnik.domain.matching.solving import MatchedPair, Unmatched
from nastavnik.domain.people.names import FullName

BLANK = "____________________"
NO_CONSENT_COLUMN = "В списке наставляемых нет столбца о согласии родителей, поэтому ни один ребёнок не в паре"
NO_CONSENT_MEND = "Добавьте столбец «Согласие родителя (да/нет)», заполните его и повторите."


def pairs_workbook(matched: Matched) -> bytes:
    """pairs.xlsx: who with whom, why, and who is left out."""
    pair_columns = [("Наставляемый", 34), ("Класс", 10), ("Наставник", 34), ("Класс или должность", 26)]
    pair_columns += [("Балл из 100", 12), ("Почему", 70)]
    alone_columns = [("Наставляемый", 34), ("Класс", 10), ("Строка", 10), ("Почему", 60), ("Что поможет", 60)]
    return xlsx.render_table(
        [
            xlsx.Sheet("Пары", _columns(pair_columns), [_pair_row(matched, pair) for pair in sorted_pairs(matched)]),
            xlsx.Sheet("Без пары", _columns(alone_columns), list(_alone_rows(matched))),
        ],
        day=matched.as_of,
    )


def order(matched: Matched) -> bytes | None:
    """order.docx with blanks for what the lists do not say; None without a pair, such an order orders nothing."""
    if not matched.result.pairs:
        return None
    context = appointment_order.OrderContext(
        institution=Institution(full_name=BLANK),
        programme=BLANK,
        pairs=[_line(matched, pair) for pair in sorted_pairs(matched)],
        head=Official(FullName(BLANK, ""), "руководитель"),
    )
    return papers.render(appointment_order.build(context), "docx")


def explanation(matched: Matched) -> bytes:
    """explanation.html: what must be known first, then every pair and everybody without one."""
    levels = [html.LevelLine(messages.level(one["name"]), one["value"], one["bound"]) for one in matched.result.levels]
    return html.render_explanation(
        html.Explanation(
            title="Кто с кем и почему",
            as_of=matched.as_of,
            warnings=list(notices(matched)),
            summary=[summary(matched)],
            pairs=[_explained(matched, pair) for pair in sorted_pairs(matched)],
            left_out=[*_explained_left_out(matched), *_explained_refused(matched.mentees)],
            levels=levels,
            files=[
                html.FileLine("наставляемые", matched.mentees.sha256),
                html.FileLine("наставники", matched.mentors.sha256),
            ],
        )
    )


def summary(matched: Matched) -> str:
    """One line: how many were read, how many have a pair."""
    proved = matched.result.certificate
    return (
        f"Наставляемых {matched.mentees.people}, с согласием {proved['eligible']}, "
        f"мест у наставников {proved['places']}, в парах {proved['matched']}."
    )


def notices(matched: Matched) -> Iterator[html.Notice]:
    """What must be read first. A missing column of consents stands above all."""
    if not matched.has_consent_column:
        yield html.Notice(NO_CONSENT_COLUMN, NO_CONSENT_MEND)
    for code in WarningCode:
        about = [one for one in matched.result.warnings if one.code == code]
        if about:
            people = [_about(matched, one.side, one.key) for one in about]
            yield html.Notice(messages.warning(code), people=people)
    for reading, whose in ((matched.mentees, "наставляемых"), (matched.mentors, "наставников")):
        sentences = [reading_words.sentence(issue) for issue in reading.issues if issue.severity != "note"]
        if sentences:
            yield html.Notice(f"В списке {whose} есть что проверить", people=sentences)
        possible = [", ".join(map(str, one.rows)) for one in reading.duplicates if not one.certain]
        if possible:
            rows = [f"строки {rows}" for rows in possible]
            yield html.Notice(f"В списке {whose}, возможно, один человек записан дважды", people=rows)


def sorted_pairs(matched: Matched) -> Sequence[MatchedPair]:
    """In the order of the mentees' names."""
    return sorted(matched.result.pairs, key=lambda pair: (matched.mentee_by_row[pair.mentee].name, int(pair.mentee)))


def _columns(titles: Sequence[tuple[str, float]]) -> list[xlsx.Column]:
    return [xlsx.Column(title, width) for title, width in titles]


def _pair_row(matched: Matched, pair: MatchedPair) -> list[str | int]:
    mentee, mentor = matched.mentee_by_row[pair.mentee], matched.mentor_by_row[pair.mentor]
    why = "; ".join(line.text for line in _lines(pair) if line.state == "fits")
    return [mentee.name, mentee.study_group or "", mentor.name, _note(mentor), pair.score, why]


def _alone_rows(matched: Matched) -> Iterator[list[str | int]]:
    for left in matched.result.left_out:
        person = matched.mentee_by_row[left.mentee]
        why = messages.left_out(left.code, left.params)
        yield [person.name, person.study_group or "", person.row, why, _help(matched, left)]
    for person, sentence in _refused(matched.mentees):
        yield [person.name, person.study_group or "", person.row, sentence, ""]


def _line(matched: Matched, pair: MatchedPair) -> appointment_order.PairLine:
    mentor, mentee = matched.mentor_by_row[pair.mentor], matched.mentee_by_row[pair.mentee]
    return appointment_order.PairLine(mentor=_participant(mentor), mentee=_participant(mentee))


def _participant(person: PersonRecord) -> Participant:
    name = FullName(person.surname, person.given_name, person.patronymic)
    post = "" if person.study_group else person.position or ""
    return Participant(name, post=post, study_group=person.study_group or "", key=str(person.row))


def _explained(matched: Matched, pair: MatchedPair) -> html.MatchedPair:
    mentee, mentor = matched.mentee_by_row[pair.mentee], matched.mentor_by_row[pair.mentor]
    reasons = [
        html.ReasonLine("unknown" if line.state == "none" else line.state, line.text, line.points, line.maximum)
        for line in _lines(pair)
    ]
    return html.MatchedPair(mentee.name, mentor.name, pair.score, reasons, _note(mentee), _note(mentor))


def _lines(pair: MatchedPair) -> Sequence[messages.Line]:
    return messages.worth_telling(messages.reasons(pair.reasons))


def _explained_left_out(matched: Matched) -> Iterator[html.LeftOutPerson]:
    for left in matched.result.left_out:
        person = matched.mentee_by_row[left.mentee]
        why = [messages.left_out(left.code, left.params)]
        yield html.LeftOutPerson(person.name, why, _note(person), _help(matched, left))


def _explained_refused(reading: ListReading) -> Iterator[html.LeftOutPerson]:
    for person, sentence in _refused(reading):
        yield html.LeftOutPerson(person.name or f"строка {person.row}", [sentence], _note(person))


def _refused(reading: ListReading) -> Iterator[tuple[PersonRecord, str]]:
    by_row: Mapping[int, PersonRecord] = {record.row: record for record in reading.records}
    for issue in reading.issues:
        if issue.severity == "error" and issue.row in by_row:
            yield by_row[issue.row], reading_words.sentence(issue)


def _help(matched: Matched, left: Unmatched) -> str:
    said: list[Any] = [messages.help_line(one, lambda key: matched.mentor_by_row[key].name) for one in left.helps]
    return " ".join(str(line) for line in said)


def _note(person: PersonRecord) -> str:
    return person.study_group or person.position or ""


def _about(matched: Matched, side: str, key: str) -> str:
    people = matched.mentee_by_row if side == "mentees" else matched.mentor_by_row
    person = people[key]
    return f"{person.name}, {_note(person)}, строка {key}" if _note(person) else f"{person.name}, строка {key}"
