from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.supplementary_agreement import SupplementaryAgreementContext
from tests.domain.documents.samples.people import LABOUR_LAW, TEACHER
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = SupplementaryAgreementContext(
    replace(FRAME, number="12", grounds=(LABOUR_LAW,)),
    TEACHER,
    "Учитель – учителю",
    pay="Доплата – 2 000 рублей в месяц, её выплачивают вместе с заработной платой",
    starts_on=date(2026, 9, 14),
    ends_on=date(2027, 5, 29),
    contract="от 01.09.2009 № 45",
    form="учитель–учитель",
    kind="Индивидуальное",
    mentees=("Ким Анна Олеговна, учитель начальных классов",),
)
