"""Invented people and institutions of real length, for the papers."""

from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.appointment_order import OrderContext, PairLine
from nastavnik.domain.documents.kinds.certificate import CertificateContext
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, Participant
from nastavnik.domain.documents.kinds.programme_report import Figure, ModuleLine, ReportContext
from nastavnik.domain.people.names import FullName

LONG_NAME = FullName("Преображенская-Воздвиженская", "Анастасия-Виктория", "Святославовна")
LONG_INSTITUTION = (
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 17 "
    "имени академика В. С. Сосновского» г. Заозёрска"
)
SCHOOL = Institution(
    full_name=LONG_INSTITUTION,
    short_name="МБОУ «СОШ № 17»",
    founder="Управление образования администрации города Заозёрска",
    address="000017, г. Заозёрск, ул. Школьная, д. 17",
    contacts="тел. (000) 000-00-17, school17@example.org",
    city="г. Заозёрск",
)
HEAD = Official(FullName("Верхнекамская-Ильинская", "Анна", "Кирилловна"), "директор")
COORDINATOR = Official(FullName("Петрова", "Ольга", "Ильинична"), "заместитель директора по воспитательной работе")
MENTOR = Participant(FullName("Воронов", "Яков", "Романович"), study_group="9 «А»")
MENTEES = [
    Participant(FullName("Черных", "Полина", "Сергеевна"), study_group="6 «Б»"),
    Participant(FullName("Гаджи-Мурадов", "Абдул-Керим", "Рашид оглы"), study_group="6 «Б»"),
    Participant(LONG_NAME, study_group="7 «В»"),
    Participant(FullName("Ли", "Ян"), study_group="5 «А»"),
]


def pair(mentor: Participant, mentee: Participant, kind: str = "индивидуальное") -> PairLine:
    return PairLine(mentor, mentee, "ученик – ученик", kind, date(2025, 10, 1), date(2026, 5, 31))


def order(**changes) -> OrderContext:
    teacher = Participant(FullName("Лев", "Лев", "Львович"), post="учитель математики")
    said = {
        "institution": SCHOOL,
        "programme": "Старшие – младшим",
        "pairs": [
            pair(MENTOR, MENTEES[0], "групповое"),
            pair(MENTOR, MENTEES[1], "групповое"),
            pair(Participant(LONG_NAME, study_group="10 «А»"), MENTEES[2]),
            pair(teacher, MENTEES[3]),
        ],
        "head": HEAD,
        "number": "42-ОД",
        "day": date(2025, 9, 25),
        "grounds": ["распоряжение об утверждении целевой модели наставничества", "положение о наставничестве школы"],
        "coordinator": COORDINATOR,
        "coordinator_duties": ["ознакомить участников с приказом", "вести учёт встреч"],
        "further_points": ["Наставникам составить планы работы до 10.10.2025"],
        "basis": ["письменные согласия участников и родителей"],
    }
    return OrderContext(**(said | changes))


def large_order(size: int = 30) -> OrderContext:
    lines = []
    for number in range(size):
        mentor = Participant(FullName("Воронов", "Яков", "Романович"), study_group="9 «А»", key=f"m{number // 2}")
        lines.append(pair(mentor, MENTEES[number % len(MENTEES)]))
    return order(pairs=lines)


def certificate(**changes) -> CertificateContext:
    said = {
        "institution": SCHOOL,
        "name": FullName("Воронов", "Яков", "Романович"),
        "role": "mentor",
        "programme": "Старшие – младшим",
        "form": "ученик – ученик",
        "note": "9 «А» класс",
        "starts_on": date(2025, 9, 25),
        "ends_on": date(2026, 5, 22),
        "head": HEAD,
        "number": "118-Н",
        "day": date(2026, 5, 29),
        "check_code": "7КМ4-Х2РЕ-9АВГ-5ТУФ",
        "check_address": "school17.example.org/check",
        "check_link": "https://school17.example.org/check/7KM4X2PE9ABG5TYF",
        "meetings": 26,
        "hours": 19,
    }
    return CertificateContext(**(said | changes))


def report(**changes) -> ReportContext:
    day = date(2026, 5, 29)
    paired = Figure("Работают в парах", "участники, у которых есть действующая пара, из всех записанных", 98, 120)
    met = Figure("Состоялось встреч", "встречи с отметкой «состоялась»", 1412, is_share=False)
    said = {
        "institution": SCHOOL,
        "programme": "Старшие – младшим",
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2026, 5, 31),
        "as_of": day,
        "head": HEAD,
        "coordinator": COORDINATOR,
        "coverage": [paired, Figure("Ждут наставника", "записанные без пары", 0, 120)],
        "meetings": [
            met,
            Figure("Встречались в мае", "пары хотя бы с одной встречей за месяц", None, 98),
        ],
        "endings": [Figure("Завершили по плану", "пары, закрытые с причиной «завершена»", 3, 4, is_withheld=True)],
        "modules": [
            ModuleLine("Ученик – ученик", [replace(paired, numerator=78, denominator=90), met]),
            ModuleLine(
                "Педагог – обучающийся",
                [replace(paired, numerator=20, denominator=30), replace(met, numerator=None)],
            ),
        ],
        "remarks": ["Дети изменились за время программы. Сравнить было не с кем."],
    }
    return ReportContext(**(said | changes))
