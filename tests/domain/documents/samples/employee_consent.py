from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.employee_consent import EmployeeConsentContext
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.samples.people import LABOUR_LAW, TEACHER
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = EmployeeConsentContext(
    replace(FRAME, number="", grounds=(LABOUR_LAW,)),
    TEACHER,
    "Учитель – учителю",
    ProgrammeType.TEACHERS,
    date(2026, 9, 14),
    date(2027, 5, 29),
    form="учитель–учитель",
    kind="Индивидуальное",
)
