"""Papers of one pair: individual plan, diary of meetings, personalised programme of two teachers."""

import re
from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds import development_plan, meeting_diary, personal_programme
from nastavnik.domain.documents.rendering.blocks import Blank, Table
from nastavnik.domain.documents.rendering.papers import render
from tests.domain.documents.kinds.reading import codes, said, section
from tests.domain.documents.rendering.samples import MENTEES
from tests.domain.documents.samples.development_plan import SAMPLE as PLAN
from tests.domain.documents.samples.meeting_diary import SAMPLE as DIARY
from tests.domain.documents.samples.people import PAIR
from tests.domain.documents.samples.personal_programme import SAMPLE as PROGRAMME

BARE = replace(PAIR, needs=(), goals=(), steps=(), form="", role_model="", kind="", ends_on=None)


def rows(paper, code):
    [table] = [block for block in paper.section(code).blocks if isinstance(block, Table)]
    return table.rows


def test_plan_holds_each_step_with_its_goal_and_room_for_the_mentors_word():
    paper = development_plan.build(PLAN)

    assert section(paper, "who") == [
        "Наставник: Воронов Яков Романович (9 «А»)",
        "Наставляемый: Черных Полина Сергеевна (6 «Б»)",
        "Форма: «ученик–ученик»",
        "Вид: индивидуальное",
        "Ролевая модель: Успевающий–неуспевающий",
        "Срок: с 05.10.2026 по 14.05.2027",
    ]
    assert [row[1:] for row in rows(paper, "plan")][:2] == [
        (
            "Разобрать ошибки прошлой контрольной",
            "до 16.10.2026",
            "решать задачи второй части без подсказки",
            "Разобрали все десять заданий (14.10.2026)",
            "",
        ),
        ("Решать по три задачи в неделю", "до 18.12.2026", "решать задачи второй части без подсказки", "", ""),
    ]
    assert [row[0] for row in rows(paper, "plan")] == ["1", "2", "3"]


def test_an_empty_plan_is_a_form_to_fill_in():
    paper = development_plan.build(replace(PLAN, pair=BARE))

    assert [row[1:] for row in rows(paper, "plan")] == [("",) * 5] * 3
    assert [Blank(1) in paper.section(code).blocks for code in ("difficulties", "goals")] == [True, True]
    assert section(paper, "who")[-1] == "Срок: с 05.10.2026"


def test_a_group_signs_one_by_one():
    paper = development_plan.build(replace(PLAN, pair=replace(PAIR, title="Олимпиадники", mentees=tuple(MENTEES[:2]))))

    assert paper.title == "наставляемых в программе «Вместе к успеху»"
    assert section(paper, "who")[0] == "Группа: Олимпиадники"
    assert "Наставляемые: Черных Полина Сергеевна (6 «Б»); Гаджи-Мурадов Абдул-Керим Рашид оглы (6 «Б»)" in section(
        paper, "who"
    )
    assert section(paper, "signatures").count("Наставляемый") == 2


def test_diary_tells_meetings_in_their_order_and_counts_them():
    paper = meeting_diary.build(DIARY)

    assert section(paper, "meetings")[0] == "Всего 3 встречи, 2 часа 25 мин."
    assert [[str(cell).replace("\u00a0", " ") for cell in row] for row in rows(paper, "meetings")][:3] == [
        ["1", "07.10.2026", "45 мин", "знакомство, очно", "Рассказали о себе и договорились встречаться по средам.",
         "", ""],
        ["2", "14.10.2026", "60 мин", "рабочая, очно",
         "Разобрали контрольную: дроби понятны, ошибки в знаках.\nПонравилось решать вслух.", "", ""],
        ["3", "21.10.2026", "40 мин", "рабочая, онлайн", "", "Подготовить рассказ о проекте на пять минут", ""],
    ]  # fmt: skip
    assert len(rows(paper, "meetings")) == 6


def test_hours_are_counted_only_where_every_meeting_was_timed():
    untimed = replace(DIARY, meetings=(*DIARY.meetings, meeting_diary.Held(date(2026, 10, 28))))
    part = replace(DIARY, meetings=DIARY.meetings[:1], since=date(2026, 10, 1))

    assert section(meeting_diary.build(untimed), "meetings")[0] == "Всего 4 встречи."
    assert section(meeting_diary.build(part), "meetings")[0] == "Всего с 01.10.2026: 1 встреча, 45 мин."


def test_an_empty_diary_is_a_form_to_fill_in():
    paper = meeting_diary.build(replace(DIARY, meetings=()))

    assert [row[1:] for row in rows(paper, "meetings")] == [("",) * 6] * 10
    assert not [line for line in said(paper) if line.startswith("Всего")]


def test_personalised_programme_has_its_parts_and_is_approved_by_the_head():
    paper = personal_programme.build(PROGRAMME)

    assert codes(paper) == ["who", "note", "directions", "plan", "terms", "assessment", "signatures", "changes"]
    assert [line.replace("\u00a0", " ") for line in paper.stamp.lines][:3] == [
        "УТВЕРЖДАЮ", "Директор", "________ А. К. Верхнекамская-Ильинская",
    ]  # fmt: skip
    assert section(paper, "who")[:4] == [
        "Наставник: Лебедева Нина Аркадьевна, учитель русского языка и литературы",
        "Педагогический стаж наставника:",
        "Наставляемый: Ким Анна Олеговна, учитель начальных классов",
        "Педагогический стаж наставляемого:",
    ]
    assert section(paper, "note")[:8] == [
        "1. Пояснительная записка",
        "Профессиональные трудности и запросы:",
        "дисциплина на уроке;",
        "разговор с родителями.",
        "Цель: помочь молодому учителю закрепиться в профессии.",
        "Задачи:",
        "вести урок без потери времени;",
        "провести родительское собрание.",
    ]
    assert section(paper, "terms")[1:3] == [
        "Промежуточный итог: 15 января 2027 г.",
        "Окончание программы: 29 мая 2027 г.",
    ]


def test_directions_come_with_room_for_what_is_done():
    assert rows(personal_programme.build(PROGRAMME), "directions")[0] == (
        "Нормативное",
        "Законы, стандарты и локальные акты, по которым работает педагог.",
        "",
    )


def test_difficulties_in_own_words_win_and_unknown_ones_are_left_to_write():
    own = section(personal_programme.build(replace(PROGRAMME, difficulties="Трудно удержать внимание")), "note")
    bare = replace(PROGRAMME, pair=BARE, aim="", tasks=(), results=(), directions=(), instruments=(), interim_on=None)
    empty = personal_programme.build(bare)

    assert own[2] == "Трудно удержать внимание."
    assert [block for block in empty.section("note").blocks if isinstance(block, Blank)] == [Blank(3), Blank(2)]
    assert "directions" not in codes(empty)
    assert section(empty, "terms")[1] == "Промежуточный итог: «___» ____________ 20___ г."


def test_the_sheet_of_changes_is_to_be_filled_in_by_hand():
    found = rows(personal_programme.build(PROGRAMME), "changes")

    assert set(found) == {("", "", "", "")}
    assert len(found) == personal_programme.CHANGES_BY_HAND


def test_the_usual_plan_stays_on_one_sheet_with_its_signatures():
    for pair in (PLAN.pair, replace(PLAN.pair, steps=()), BARE):
        drawn = render(development_plan.build(replace(PLAN, pair=pair)), "pdf")
        assert re.findall(rb"/Count (\d+)", drawn) == [b"1"] * len(re.findall(rb"/Count (\d+)", drawn))
