from datetime import date

from nastavnik.domain.documents.kinds.meeting_diary import Held, MeetingDiaryContext
from tests.domain.documents.samples.people import PAIR
from tests.domain.documents.samples.programmes import FRAME

MEETINGS = (
    Held(date(2026, 10, 7), 45, "знакомство", "очно", ("Рассказали о себе и договорились встречаться по средам",)),
    Held(
        date(2026, 10, 14),
        60,
        "рабочая",
        "очно",
        ("Разобрали контрольную: дроби понятны, ошибки в знаках", "Понравилось решать вслух"),
    ),
    Held(date(2026, 10, 21), 40, "рабочая", "онлайн", next_step="Подготовить рассказ о проекте на пять минут"),
)
SAMPLE = MeetingDiaryContext(FRAME, PAIR, MEETINGS)
