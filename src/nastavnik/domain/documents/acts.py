"""The acts that the product knows, with the days on which they were in force. Plain data, seeded for each institution.

Every one is a copy of a copy: an institution holds it against the original before it signs, until then it bears a
mark. What is not `is_cited` stands in the register only so that a dead or mistyped citation is noticed.
"""

from dataclasses import dataclass
from datetime import date

from nastavnik.domain.documents.enums import ActSubject
from nastavnik.domain.programmes.enums import ProgrammeType


@dataclass(frozen=True)
class ShippedAct:
    """`title` is how papers write it, in the nominative; `replaced_by` the code of the act that took its place."""

    code: str
    title: str
    number: str
    adopted_on: date | None
    subject: str
    issuer: str = ""
    programme_type: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: str = ""
    is_cited: bool = True


MINISTRY = "Министерство просвещения Российской Федерации"
SHIPPED_ACTS = (
    ShippedAct(
        "r145",
        "распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145 об утверждении методологии "
        "(целевой модели) наставничества обучающихся",
        "Р-145",
        date(2019, 12, 25),
        ActSubject.MENTORING,
        MINISTRY,
        ProgrammeType.PUPILS,
        date(2019, 12, 25),
    ),
    ShippedAct(
        "az1128",
        "письмо Министерства просвещения Российской Федерации и Профессионального союза работников народного "
        "образования и науки Российской Федерации от 21.12.2021 № АЗ-1128/08, № 657 о внедрении системы (целевой "
        "модели) наставничества педагогических работников",
        "АЗ-1128/08",
        date(2021, 12, 21),
        ActSubject.MENTORING,
        f"{MINISTRY}, Общероссийский профсоюз образования",
        ProgrammeType.TEACHERS,
        date(2021, 12, 21),
    ),
    ShippedAct(
        "local_regulation",
        "положение о программе наставничества, принятое в организации",
        "",
        None,
        ActSubject.LOCAL,
    ),
    ShippedAct(
        "concept2030",
        "Концепция развития наставничества в Российской Федерации на период до 2030 года (распоряжение Правительства "
        "Российской Федерации от 21.05.2025 № 1264-р)",
        "1264-р",
        date(2025, 5, 21),
        ActSubject.MENTORING,
        "Правительство Российской Федерации",
        "",
        date(2025, 5, 21),
        date(2030, 12, 31),
    ),
    ShippedAct(
        "mr42",
        "письмо Министерства просвещения Российской Федерации от 23.01.2020 № МР-42/02 о методических рекомендациях "
        "по внедрению целевой модели наставничества",
        "МР-42/02",
        date(2020, 1, 23),
        ActSubject.MENTORING,
        MINISTRY,
        ProgrammeType.PUPILS,
        date(2020, 1, 23),
        is_cited=False,
    ),
    ShippedAct(
        "education",
        "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»",
        "273-ФЗ",
        date(2012, 12, 29),
        ActSubject.EDUCATION,
        in_force_from=date(2013, 9, 1),
    ),
    ShippedAct(
        "personal_data",
        "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»",
        "152-ФЗ",
        date(2006, 7, 27),
        ActSubject.PERSONAL_DATA,
        in_force_from=date(2007, 1, 26),
    ),
    ShippedAct(
        "personal_data_2025",
        "Федеральный закон от 24.06.2025 № 156-ФЗ (согласие на обработку персональных данных оформляется отдельно)",
        "156-ФЗ",
        date(2025, 6, 24),
        ActSubject.PERSONAL_DATA,
        in_force_from=date(2025, 9, 1),
        is_cited=False,
    ),
    ShippedAct(
        "labour_mentoring",
        "статья 351.8 Трудового кодекса Российской Федерации",
        "ст. 351.8",
        date(2024, 11, 9),
        ActSubject.LABOUR,
        programme_type=ProgrammeType.TEACHERS,  # about helping an employee, not a pupil
        in_force_from=date(2025, 3, 1),
    ),
    ShippedAct(
        "labour_mentoring_law",
        "Федеральный закон от 09.11.2024 № 381-ФЗ о внесении изменений в Трудовой кодекс Российской Федерации",
        "381-ФЗ",
        date(2024, 11, 9),
        ActSubject.LABOUR,
        in_force_from=date(2025, 3, 1),
        is_cited=False,
    ),
    ShippedAct(
        "safety",
        "статья 351.1 Трудового кодекса Российской Федерации",
        "ст. 351.1",
        None,
        ActSubject.SAFETY,
    ),
    ShippedAct(
        "pedagogical_work",
        "статья 331 Трудового кодекса Российской Федерации",
        "ст. 331",
        None,
        ActSubject.SAFETY,
        is_cited=False,
    ),
    ShippedAct(
        "labour_code",
        "Трудовой кодекс Российской Федерации от 30.12.2001 № 197-ФЗ",
        "197-ФЗ",
        date(2001, 12, 30),
        ActSubject.LABOUR,
        in_force_from=date(2002, 2, 1),
        is_cited=False,
    ),
    ShippedAct(
        "erasure_179",
        "приказ Роскомнадзора от 28.10.2022 № 179 о подтверждении уничтожения персональных данных",
        "179",
        date(2022, 10, 28),
        ActSubject.PERSONAL_DATA,
        "Роскомнадзор",
        "",
        date(2023, 3, 1),
        date(2029, 3, 1),
        is_cited=False,
    ),
    ShippedAct(
        "attestation_196",
        "приказ Министерства просвещения Российской Федерации от 24.03.2023 № 196 о порядке аттестации "
        "педагогических работников",
        "196",
        date(2023, 3, 24),
        ActSubject.EDUCATION,
        MINISTRY,
        ProgrammeType.TEACHERS,
        date(2023, 9, 1),
        date(2029, 8, 31),
        is_cited=False,
    ),
    ShippedAct(
        "attestation_276",
        "приказ Министерства образования и науки Российской Федерации от 07.04.2014 № 276 о порядке аттестации "
        "педагогических работников",
        "276",
        date(2014, 4, 7),
        ActSubject.EDUCATION,
        "Министерство образования и науки Российской Федерации",
        ProgrammeType.TEACHERS,
        date(2014, 6, 15),
        date(2023, 8, 31),
        "attestation_196",
        is_cited=False,
    ),
    ShippedAct(
        "teacher_papers_328",
        "Федеральный закон от 08.08.2024 № 328-ФЗ о перечне документов, которые готовит педагогический работник",
        "328-ФЗ",
        date(2024, 8, 8),
        ActSubject.EDUCATION,
        in_force_from=date(2025, 3, 1),
        is_cited=False,
    ),
    ShippedAct(
        "teacher_papers_779",
        "приказ Министерства просвещения Российской Федерации от 06.11.2024 № 779 о перечне документов педагогических "
        "работников",
        "779",
        date(2024, 11, 6),
        ActSubject.EDUCATION,
        MINISTRY,
        "",
        date(2025, 3, 1),
        is_cited=False,
    ),
    ShippedAct(
        "prevention_322",
        "Федеральный закон от 08.08.2024 № 322-ФЗ о наставниках в профилактике безнадзорности несовершеннолетних",
        "322-ФЗ",
        date(2024, 8, 8),
        ActSubject.SAFETY,
        in_force_from=date(2025, 2, 5),
        is_cited=False,
    ),
    ShippedAct(
        "badge_94",
        "Указ Президента Российской Федерации от 02.03.2018 № 94 об учреждении знака отличия «За наставничество»",
        "94",
        date(2018, 3, 2),
        ActSubject.MENTORING,
        "Президент Российской Федерации",
        is_cited=False,
    ),
)
