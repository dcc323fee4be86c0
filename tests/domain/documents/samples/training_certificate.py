from dataclasses import replace
from datetime import date
from decimal import Decimal

from nastavnik.domain.documents.kinds.training_certificate import TrainingCertificateContext
from tests.domain.documents.rendering.samples import MENTOR
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = TrainingCertificateContext(
    replace(FRAME, number="7-О"),
    replace(MENTOR, study_group=""),
    "Школа наставника",
    "Вместе к успеху",
    Decimal("7.5"),
    date(2026, 10, 5),
    date(2026, 10, 26),
    sessions=("Первая встреча", "Трудный вопрос и просьба «сделай за меня»", "План пары"),
    has_role_play=True,
    note="9 «А» класс",
)
