"""A roadmap pasted from Word or Excel: five sets of columns, what is not understood, nothing lost."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.programmes.enums import ResourceKind
from nastavnik.domain.programmes.pasting import Field, StageSpan, people_in, read
from nastavnik.domain.programmes.terms import month_term, months_term, said
from tests.effort import examples

AROUND, UNTIL = date(2026, 9, 1), date(2027, 5, 31)
STAGES = (
    StageSpan(1, "Подготовка условий", date(2026, 9, 1), date(2026, 9, 21)),
    StageSpan(2, "База наставляемых", date(2026, 9, 15), date(2026, 10, 16)),
    StageSpan(3, "Работа пар", date(2026, 10, 20), date(2027, 5, 10)),
    StageSpan(4, "Завершение", date(2027, 5, 1), date(2027, 5, 31)),
)
# The heads of roadmaps that schools and regions publish, each with the fields that we take them for.
SETS = {
    "a school of Kuzbass": {
        "№": Field.NUMBER, "Наименование мероприятий": Field.TITLE, "Срок реализации": Field.TERM,
        "Ответственный исполнитель": Field.RESPONSIBLE, "Результат. Вид документа": Field.RESULT,
    },
    "a school of Moscow": {
        "№": Field.NUMBER, "Этап": Field.STAGE, "Мероприятия": Field.TITLE, "Содержание деятельности": Field.TASK,
        "Сроки": Field.TERM, "Ответственные": Field.RESPONSIBLE,
    },
    "teachers": {
        "№": Field.NUMBER, "Этап": Field.STAGE, "Содержание и примерный план": Field.TITLE, "Сроки": Field.TERM,
        "Ответственный": Field.RESPONSIBLE, "Ожидаемый результат": Field.RESULT,
    },
    "a region": {
        "№ п/п": Field.NUMBER, "Мероприятие": Field.TITLE, "Сроки": Field.TERM,
        "Исполнитель/соисполнители": Field.RESPONSIBLE, "Вид документа": Field.DOCUMENT,
        "Ожидаемые результаты": Field.RESULT,
    },
    "a plan of a module": {
        "№": Field.NUMBER, "Мероприятие": Field.TITLE, "Задача": Field.TASK, "Результат": Field.RESULT,
        "Срок": Field.TERM,
    },
}  # fmt: skip


def paste(text, **more):
    return read(text, around=AROUND, until=UNTIL, stages=STAGES, **more)


def codes(pasted):
    return [(issue.code, issue.row, issue.value) for row in pasted.rows for issue in row.issues]


@pytest.mark.parametrize("heads", SETS.values(), ids=SETS)
@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_heads_of_the_five_sets_are_known(heads, delimiter):
    pasted = paste(delimiter.join(heads) + "\n" + delimiter.join("1" for _head in heads))

    assert {column.title: column.field for column in pasted.columns} == heads


def test_the_plan_of_a_module_as_word_breaks_its_lines():
    pasted = paste(
        "№\tМероприятие\tЗадача \tРезультат\tСрок\n"
        "\n"
        "1.\tОткрыть модуль\tРассказать семьям,\nсобрать запросы\tСписок детей. \nСогласия\t\nСент. 2026\n"
        "2.\tОценить на входе\tПровести анкету\tБаза вопросов\t\n\nОкт.\n2026\n-\nМай 2027\n"
        "3.\tОбщая встреча\tВыбор\x0bтемы\tЗапросы\tОкт. \n- апр. 2026 -2027 \n"
    )

    assert [(row.title, row.task, row.result, said(row.term)) for row in pasted.rows] == [
        ("Открыть модуль", "Рассказать семьям,\nсобрать запросы", "Список детей.\nСогласия", "сентябрь 2026"),
        ("Оценить на входе", "Провести анкету", "База вопросов", "октябрь 2026 – май 2027"),
        ("Общая встреча", "Выбор\nтемы", "Запросы", "октябрь 2026 – апрель 2027"),
    ]
    assert pasted.can_be_added


def test_a_table_of_a_spreadsheet_with_quotes_stages_and_repeated_heads():
    pasted = paste(
        "№ п/п\tМероприятие\tСроки\tИсполнитель/соисполнители\tКадровые ресурсы\tПримечание\n"
        "1\t2\t3\t4\t5\t6\n"
        "I этап. Подготовка условий\t\t\t\t\t\n"
        '1\t"Приказ ""О внедрении""\nи план"\tдо 15 сентября\t"Орлова А. П., куратор;\nметодист"\tпсихолог\tважно\n'
        "№ п/п\tМероприятие\tСроки\tИсполнитель/соисполнители\tКадровые ресурсы\tПримечание\n"
        "2 этап\t\t\t\t\t\n"
        '2\t"Анкета"\tсентябрь\tучитель (химия, биология)\t\t\n'
    )

    first, second = pasted.rows
    assert (first.row, first.title, first.stage, first.stage_text) == (
        4, 'Приказ "О внедрении" и план', 1, "I этап. Подготовка условий",
    )  # fmt: skip
    assert first.responsible == ("Орлова А. П.", "куратор", "методист")
    assert first.resources == {ResourceKind.PEOPLE: "психолог"}
    assert (second.row, second.title, second.stage) == (7, '"Анкета"', 2)
    assert second.responsible == ("учитель (химия, биология)",)
    assert [(issue.code, issue.column) for issue in pasted.issues] == [("unknown_column", "Примечание")]


def test_what_is_not_understood_names_row_column_and_words():
    pasted = paste(
        "№;Мероприятие;Срок\n1;Собрать заявки;по мере готовности\n2;Выдать грамоты;\n3;;май\n4;Итог;31.02.2027\n"
    )

    assert codes(pasted) == [
        ("unclear_term", 2, "по мере готовности"),
        ("no_term", 3, ""),
        ("no_title", 4, ""),
        ("no_such_day", 5, "31.02.2027"),
    ]
    assert pasted.rows[0].issues[0].column == "Срок"
    assert not pasted.can_be_added


def test_rows_are_mended_or_left_out_by_hand_and_the_others_stay():
    text = "№;Мероприятие;Срок\n1;Собрать заявки;по мере готовности\n2;Итог;май\n3;Мусор;потом\n"
    pasted = paste(text, mended={2: {"term": "октябрь", "title": "Собрать заявки"}, 4: {"leave_out": "1"}})

    assert [(row.row, row.title, row.term) for row in pasted.rows] == [
        (2, "Собрать заявки", month_term(2026, 10)),
        (3, "Итог", month_term(2027, 5)),
    ]
    assert (pasted.left_out, pasted.can_be_added) == (1, True)


def test_rows_go_to_the_stage_that_is_named_or_in_which_their_days_lie():
    pasted = paste(
        "№;Этап;Мероприятия;Сроки\n1;Подготовительный;А;сентябрь\n2;;Б;сентябрь\n3;Завершающий этап;В;май\n"
        "4;Внедрение;Г;февраль\n"
    )

    assert [(row.title, row.stage) for row in pasted.rows] == [("А", 1), ("Б", 1), ("В", 4), ("Г", 3)]
    assert codes(pasted) == [("unknown_stage", 5, "Внедрение")]
    assert pasted.can_be_added


def test_a_column_is_named_by_hand():
    text = "Дело;Когда;Кто\nСбор;сентябрь;куратор\n"

    assert [issue.code for issue in paste(text).issues if issue.is_error] == ["no_title_column"]
    pasted = paste(text, columns={0: Field.TITLE})
    assert [(row.title, said(row.term), row.responsible) for row in pasted.rows] == [
        ("Сбор", "сентябрь 2026", ("куратор",))
    ]


def test_without_heads_the_columns_are_guessed_and_it_is_said():
    pasted = paste("1;Собрать рабочую группу;сентябрь\n2;Утвердить положение;до 1 октября\n")

    assert [column.field for column in pasted.columns] == [Field.NUMBER, Field.TITLE, Field.TERM]
    assert [issue.code for issue in pasted.issues] == ["no_head"]
    assert [row.title for row in pasted.rows] == ["Собрать рабочую группу", "Утвердить положение"]


@pytest.mark.parametrize("text", ["", "  \n ", "просто слова", "№;Мероприятие;Срок\n"])
def test_what_is_no_table_is_said_to_be_none(text):
    assert "no_table" in [issue.code for issue in paste(text).issues]


def test_a_table_of_a_web_page():
    pasted = paste(
        "<html><table><tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr>"
        "<tr><td colspan='3'>Этап 2</td></tr>"
        "<tr><td>1</td><td>Встреча<br>с\n родителями</td><td>10.11.2026</td></tr></table></html>"
    )

    assert [(row.title, row.stage, said(row.term)) for row in pasted.rows] == [
        ("Встреча с родителями", 2, "10.11.2026")
    ]


def test_too_long_words_are_told_and_not_cut():
    pasted = paste("№;Мероприятие;Срок\n1;" + "а" * 501 + ";май\n")

    assert codes(pasted) == [("too_long", 2, "501")]
    assert len(pasted.rows[0].title) == 501


def test_several_responsible_are_told_apart():
    assert people_in("Иванова А. П., Петров Б.;\nзам. директора по УВР (нач. школа, 5 классы)") == (
        "Иванова А. П.", "Петров Б.", "зам. директора по УВР (нач. школа, 5 классы)",
    )  # fmt: skip


WORD = st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюя-", min_size=2, max_size=8).filter(lambda word: word.strip("-"))
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join).map(lambda words: f"Дело {words}")
TERMS = st.dates(date(2026, 9, 1), date(2027, 5, 1)).flatmap(
    lambda day: st.sampled_from([month_term(day.year, day.month), months_term(day, date(2027, 5, 1))])
)
PEOPLE = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def tables(draw):
    """A set of columns, a delimiter, and events in the words of that set; some cells have two lines."""
    heads = draw(st.sampled_from(list(SETS.values())))
    delimiter = draw(st.sampled_from("\t;|"))
    events = draw(
        st.lists(
            st.fixed_dictionaries(
                {"title": WORDS, "task": WORDS, "result": st.lists(WORDS, min_size=1, max_size=2).map("\n".join),
                 "document": WORDS, "responsible": PEOPLE, "term": TERMS, "stage": st.sampled_from(STAGES)}
            ),
            min_size=1, max_size=6,
        )
    )  # fmt: skip
    return heads, delimiter, events


def written(heads, delimiter, events):
    between = ", " if delimiter == ";" else "; "
    lines, stage = [delimiter.join(heads)], None
    for number, event in enumerate(events, 1):
        if Field.STAGE not in heads.values() and event["stage"] is not stage:
            stage = event["stage"]
            lines.append(delimiter.join([f"Этап {stage.number}. {stage.title}", *[""] * (len(heads) - 1)]))
        words = {
            **event, "number": str(number), "stage": event["stage"].title, "term": said(event["term"]),
            "responsible": between.join(event["responsible"]),
        }  # fmt: skip
        cells = [words[field.value] for field in heads.values()]
        lines.append(delimiter.join(f'"{cell}"' if "\n" in cell else cell for cell in cells))
    return "\n".join(lines)


@settings(max_examples=examples(400), deadline=None)
@given(tables())
def test_a_table_in_any_of_the_sets_comes_back_exactly(table):
    heads, delimiter, events = table

    pasted = paste(written(heads, delimiter, events))

    fields = [field.value for field in heads.values() if field not in (Field.NUMBER, Field.STAGE)]
    assert [{name: getattr(row, name) for name in fields} for row in pasted.rows] == [
        {name: event[name] for name in fields} for event in events
    ]
    assert [row.stage for row in pasted.rows] == [event["stage"].number for event in events]
    assert pasted.can_be_added


@settings(max_examples=examples(500), deadline=None)
@given(st.text(alphabet=st.sampled_from(list('№Мероприятие Срок;|\t\n"1этап,()<>table/\x0b\x00')), max_size=200))
def test_no_junk_breaks_the_reading(text):
    pasted = paste(text)

    assert all(row.issues or row.term for row in pasted.rows)
    assert pasted.rows or pasted.issues


ROW = "№\tМероприятие\tСрок\tОтветственный\n1\tа\tмай\tб"
LONG = {
    "commas": ROW + "," * 290_000,
    "lines of one cell": ROW + "\nб" * 140_000,
    "a rule that is none": "|-" * 140_000 + "x",
    "quotes": ROW + '\t"x""' * 50_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_takes_time_in_proportion_to_its_length(text):
    began = time.process_time()
    paste(text)

    assert time.process_time() - began < 10  # a square of the length would be minutes


def test_rows_are_called_by_their_own_number_or_by_their_place_below_the_head():
    numbered = paste("План на год\t\t\n№\tМероприятие\tСрок\n1.\tа\tмай\n2.1\tб\tкогда-то\n")
    again = paste("№\tМероприятие\tСрок\n1\tа\tмай\n1\tб\tмай\n")
    plain = paste("Мероприятие\tСрок\nа\tмай\nб\tмай\n")

    assert [[one.called[row.row] for row in one.rows] for one in (numbered, again, plain)] == [
        ["1", "2.1"], ["1", "2"], ["1", "2"],
    ]  # fmt: skip
