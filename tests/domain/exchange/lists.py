"""Small lists as workbooks."""

import io

from openpyxl import Workbook

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
