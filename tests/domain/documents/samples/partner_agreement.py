from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.partner_agreement import PartnerAgreementContext, PartnerText
from nastavnik.domain.people.names import FullName
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.samples.people import DATA_LAW, SAFETY_LAW
from tests.domain.documents.samples.programmes import FRAME

PARTNER = PartnerText(
    "Общество с ограниченной ответственностью «Заозёрский приборный завод»",
    "000017, г. Заозёрск, ул. Заводская, д. 3",
    "тел. (000) 000-00-33, office@pribor.example",
    Official(FullName("Тихомиров", "Олег", "Борисович"), "генеральный директор"),
    "устава",
)
SAMPLE = PartnerAgreementContext(
    replace(FRAME, number="7", grounds=(SAFETY_LAW, DATA_LAW)),
    PARTNER,
    "Инженерная весна",
    ProgrammeType.PUPILS,
    "Инженеры завода ведут проектную группу старшеклассников раз в неделю и показывают производство",
    date(2026, 9, 14),
    date(2027, 5, 29),
)
