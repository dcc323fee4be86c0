from nastavnik.domain.documents.kinds.approving import Appendix
from nastavnik.domain.documents.kinds.introduction_order import IntroductionContext
from tests.domain.documents.samples.programmes import FRAME, PUPILS

SAMPLE = IntroductionContext(
    FRAME,
    PUPILS,
    appendices=(Appendix("roadmap", 1), Appendix("institution_programme", 2)),
    working_group=("Морозова Елена Андреевна, педагог-психолог", "Лев Лев Львович, учитель математики"),
    supplier="заместитель директора Морозов П. П.",
)
