from dataclasses import replace

from nastavnik.domain.documents.kinds.thanks_letter import ThanksLetterContext
from tests.domain.documents.rendering.samples import MENTOR
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = ThanksLetterContext(
    replace(FRAME, number="19-Б"),
    (replace(MENTOR, study_group=""),),
    "mentor",
    "Вместе к успеху",
    year="2026/2027",
    note="9 «А» класс",
)
