from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds.personal_programme import PersonalProgrammeContext
from tests.domain.documents.samples.people import TEACHERS_PAIR
from tests.domain.documents.samples.programmes import FRAME

LETTER = "письмо Министерства просвещения Российской Федерации от 21.12.2021 № АЗ-1128/08"
SAMPLE = PersonalProgrammeContext(
    replace(FRAME, number="", grounds=(LETTER,)),
    TEACHERS_PAIR,
    aim="Помочь молодому учителю закрепиться в профессии",
    tasks=("Снять первые трудности",),
    results=("Уроки проходят без потери времени", "Родители приходят с вопросами, а не с жалобами"),
    directions=(
        ("Нормативное", "Законы, стандарты и локальные акты, по которым работает педагог."),
        ("Методическое", "Планирование занятия, приёмы, разбор и оценивание."),
        ("Психолого-педагогическое", "Возрастные особенности, общение с обучающимися и их родителями."),
    ),
    instruments=("Удовлетворённость работой (анкета)", "Ход урока (наблюдение)"),
    interim_on=date(2027, 1, 15),
)
