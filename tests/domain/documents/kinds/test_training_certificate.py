"""The certificate of training: hours and what was practised."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.training_certificate import build
from nastavnik.domain.people.names import FullName
from tests.domain.documents.kinds.reading import section
from tests.domain.documents.samples.training_certificate import SAMPLE


def test_it_says_to_whom_which_training_and_what_was_practised():
    assert section(build(SAMPLE), "text") == [
        "выдано",
        "Воронову Якову Романовичу",
        "9 «А» класс",
        "в том, что обучение «Школа наставника» для наставников программы «Вместе к успеху» пройдено полностью",
        "с 5 октября 2026 г. по 26 октября 2026 г., 7,5 часа",
        "Практические задания выполнены, участие в ролевой игре. "
        "Темы: Первая встреча; Трудный вопрос и просьба «сделай за меня»; План пары.",
    ]


def test_one_day_without_hours_and_a_doubtful_name():
    day = date(2026, 10, 5)
    short = replace(
        SAMPLE, to=Participant(FullName("Smith", "Jo")), hours=Decimal(0), ends_on=day, sessions=(), note=""
    )

    lines = section(build(replace(short, has_role_play=False)), "text")

    assert (lines[:2], lines[3:]) == (
        ["выдано на имя:", "Smith Jo"],
        ["5 октября 2026 г.", "Практические задания выполнены."],
    )
