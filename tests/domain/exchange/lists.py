"""Small lists as workbooks."""

import io

from openpyxl import Workbook

from nastavnik.domain.exchange import actions

MENTEES = ("ФИО", "Дата рождения", "Класс", "Телефон", "ФИО родителя", "Телефон родителя", "Основной запрос",
           "Согласие родителя")  # fmt: skip
MENTORS = ("ФИО", "Дата рождения", "Должность", "Компетенции", "Сколько готов взять", "Допуск")


def workbook(headings, *rows):
    """The bytes of an .xlsx with one sheet."""
    book = Workbook()
    for row in (headings, *rows):
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def child(name, born="14.03.2014", group="6Б", guardian="", guardian_phone="", consent="да", need="алгебра", phone=""):
    return (name, born, group, phone, guardian, guardian_phone, need, consent)


def mentor(name, born="17.05.1985", post="учитель", competences="алгебра", places=2, clearance="да, 25.08.2026"):
    return (name, born, post, competences, places, clearance)


def load(module, by, *rows, role="mentee", decisions=()):
    """Upload and check, ready to be accepted."""
    content = workbook(MENTEES if role == "mentee" else MENTORS, *rows)
    people_import = actions.upload(module, role=role, content=content, name="Список.xlsx", by=by)
    actions.check(people_import, by=by)
    for key, answer in decisions:
        actions.decide(people_import, key=key, answer=answer, by=by)
    return people_import
