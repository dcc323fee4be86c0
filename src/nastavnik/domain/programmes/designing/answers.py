"""What the designer asks: five questions about the mentor, who takes part, what the work is about."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Manner(TextChoices):
    """Friend and mirror, or expert?"""

    FRIEND = "friend", _("как друг: слушает и честно показывает, что выходит, а что нет")
    EXPERT = "expert", _("как эксперт: знает, объясняет, ведёт за собой")


class Knowledge(TextChoices):
    """Must the mentor know as much as an expert?"""

    EXPERT = "expert", _("да, без глубоких знаний не помочь")
    EXPERIENCE = "experience", _("хватит своего опыта, ведь недавно прошёл то же самое")
    NONE = "none", _("нет, важнее быть рядом")


class Sharing(TextChoices):
    """Is the mentor ready to share?"""

    READY = "ready", _("да, готов вести постоянно")
    TAUGHT = "taught", _("да, если сначала научить, как это делать")
    ASKED = "asked", _("только когда попросят")


class Term(TextChoices):
    """For how long?"""

    ONCE = "once", _("одна встреча")
    WEEKS = "weeks", _("несколько недель")
    QUARTER = "quarter", _("три месяца, четверть")
    YEAR = "year", _("учебный год")
    LONG = "long", _("больше года, с осенними итогами")


class Authority(TextChoices):
    """What is the mentor's word respected for?"""

    PROFESSIONAL = "professional", _("за мастерство: у него получается")
    FRIEND = "friend", _("за отношение: ему доверяют")


class Mentor(TextChoices):
    PUPIL = "pupil", _("ученик постарше или сильнее")
    STUDENT = "student", _("студент колледжа или вуза")
    TEACHER = "teacher", _("педагог")
    LEADER = "leader", _("руководитель, завуч, методист")
    LECTURER = "lecturer", _("преподаватель колледжа или вуза")
    EMPLOYER = "employer", _("работник предприятия")
    PARTNER = "partner", _("социальный партнёр, коллега из другой организации")
    SPECIALIST = "specialist", _("специалист своего дела: тренер, художник, инженер, родитель")


class Mentee(TextChoices):
    PUPIL = "pupil", _("ученик")
    STUDENT = "student", _("студент")
    TEACHER = "teacher", _("педагог")
    PARENT = "parent", _("родитель")


class Portrait(TextChoices):
    """Who needs the mentor: what is seen, never a diagnosis."""

    PASSIVE = "passive", _("держится в стороне, мало верит в себя, бывает трудно с учёбой и поведением")
    STUDY = "study", _("просит помощи по предмету")
    ACTIVE = "active", _("увлечён, хочет большего, нужна поддержка знающего")
    GIFTED = "gifted", _("учится легко и хорошо, но не раскрылся в обычных занятиях")
    SHY = "shy", _("трудно общаться и решиться на участие")
    UNINFORMED = "uninformed", _("мало знает о возможностях и путях после учёбы")
    NEWCOMER = "newcomer", _("новичок: новый класс, коллектив, первый курс")
    SPECIAL = "special", _("нужны особые условия обучения")
    YOUNG = "young", _("молодой специалист, первые три года работы")
    NEW_STAFF = "new_staff", _("новый сотрудник с опытом работы в другом месте")
    STRAINED = "strained", _("опытный педагог, которому стало трудно")
    TRADITIONAL = "traditional", _("опытный педагог, который осваивает новые технологии")
    SUBJECT = "subject", _("нужна помощь по своему предмету и методике")
    FAMILY = "family", _("родитель ищет, как поддержать своего ребёнка")


class Together(TextChoices):
    """How they meet; the answers to the five questions decide where this is not known."""

    UNSURE = "unsure", _("пока не знаем")
    ONE = "one", _("один на один")
    GROUP = "group", _("один наставник и несколько человек с похожим запросом")
    BOTH = "both", _("и группой, и по одному")
    ONLINE = "online", _("на расстоянии, через интернет")
    TEAM = "team", _("несколько наставников вместе, ради одной задачи")
    ROUNDS = "rounds", _("много коротких знакомств подряд")


CHILDREN = (
    Portrait.PASSIVE, Portrait.STUDY, Portrait.ACTIVE, Portrait.GIFTED, Portrait.SHY, Portrait.UNINFORMED,
    Portrait.NEWCOMER, Portrait.SPECIAL,
)  # fmt: skip
PORTRAITS: dict[str, tuple[Portrait, ...]] = {
    Mentee.PUPIL: CHILDREN,
    Mentee.STUDENT: CHILDREN,
    Mentee.TEACHER: (
        Portrait.YOUNG, Portrait.NEW_STAFF, Portrait.STRAINED, Portrait.TRADITIONAL, Portrait.SUBJECT,
    ),
    Mentee.PARENT: (Portrait.FAMILY,),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Everything that was answered; `education_stage` and `activity` are values of the room's enums or empty."""

    mentor: str = Mentor.PUPIL
    mentee: str = Mentee.PUPIL
    portrait: str = Portrait.PASSIVE
    manner: str = Manner.FRIEND
    knowledge: str = Knowledge.EXPERIENCE
    sharing: str = Sharing.TAUGHT
    term: str = Term.YEAR
    authority: str = Authority.FRIEND
    together: str = Together.UNSURE
    education_stage: str = ""
    activity: str = ""
    first_needs: str = ""

    @property
    def seen(self) -> str:
        """The portrait; where it is none of such a mentee, the first that is."""
        allowed = PORTRAITS[self.mentee]
        return self.portrait if self.portrait in allowed else allowed[0]

    @property
    def plain(self) -> dict[str, Any]:
        """What a programme keeps of it: codes alone."""
        return {name: str(value) for name, value in vars(self).items() if name != "first_needs"}
