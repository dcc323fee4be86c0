"""Invented people, pairs and a partner of real length, for the papers about them."""

from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.consenting import ConsentContext, Signing
from nastavnik.domain.documents.kinds.letterhead import Official, Participant
from nastavnik.domain.documents.kinds.pair_text import PairText, Step
from nastavnik.domain.people.names import FullName
from tests.domain.documents.rendering.samples import MENTEES, MENTOR
from tests.domain.documents.samples.programmes import FRAME

DATA_LAW = "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»"
LABOUR_LAW = "статья 351.8 Трудового кодекса Российской Федерации"
SAFETY_LAW = "статья 351.1 Трудового кодекса Российской Федерации"
GUARDIAN = FullName("Воронова", "Мария", "Викторовна")
TEACHER = Official(FullName("Лебедева", "Нина", "Аркадьевна"), "учитель русского языка и литературы")
YOUNG = Participant(FullName("Ким", "Анна", "Олеговна"), post="учитель начальных классов")
BOTH = ConsentContext(
    frame=replace(FRAME, number="", grounds=(DATA_LAW,)),
    name=MENTOR.name,
    signing=Signing.BOTH,
    role="mentee",
    programme="Вместе к успеху",
    note="9 «А» класс",
    guardian=GUARDIAN,
    until=date(2027, 5, 29),
)
PAIR = PairText(
    programme="Вместе к успеху",
    mentors=(MENTOR,),
    mentees=(MENTEES[0],),
    form="ученик–ученик",
    role_model="успевающий–неуспевающий",
    kind="Индивидуальное",
    starts_on=date(2026, 10, 5),
    ends_on=date(2027, 5, 14),
    needs=("математика: дроби и уравнения", "страшно отвечать у доски"),
    goals=("решать задачи второй части без подсказки", "выступить с проектом перед классом"),
    steps=(
        Step("Разобрать ошибки прошлой контрольной", "решать задачи второй части без подсказки", "до 16.10.2026",
             "наставник", "Разобрали все десять заданий (14.10.2026)"),
        Step("Решать по три задачи в неделю", "решать задачи второй части без подсказки", "до 18.12.2026",
             "наставляемый"),
        Step("Подготовить рассказ о проекте на пять минут", "выступить с проектом перед классом"),
    ),
)  # fmt: skip
TEACHERS_PAIR = PairText(
    programme="Учитель – учителю",
    mentors=(Participant(TEACHER.name, post=TEACHER.post),),
    mentees=(YOUNG,),
    form="учитель–учитель",
    role_model="опытный учитель–молодой специалист",
    kind="Индивидуальное",
    starts_on=date(2026, 9, 14),
    ends_on=date(2027, 5, 29),
    needs=("дисциплина на уроке", "разговор с родителями"),
    goals=("вести урок без потери времени", "провести родительское собрание"),
    steps=(
        Step("Посетить три урока наставника", "вести урок без потери времени", "до 09.10.2026", "наставляемый",
             "Посещены 28.09, 30.09 и 02.10 (02.10.2026)"),
        Step("Вместе составить план урока и разобрать его", "вести урок без потери времени", "до 23.10.2026"),
    ),
)  # fmt: skip
