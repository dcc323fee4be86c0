"""The rules of the designer, as tables: read them from the top, the first row that fits wins."""

from collections.abc import Callable
from dataclasses import dataclass

from nastavnik.domain.programmes.designing.answers import (
    Answers,
    Authority,
    Knowledge,
    Manner,
    Mentee,
    Mentor,
    Portrait,
    Sharing,
    Term,
    Together,
)
from nastavnik.domain.programmes.enums import Activity, Kind

# Who leads whom → the code of the format. Pairs that no catalogue names take the nearest one.
FORMATS: dict[tuple[str, str], str] = {
    (Mentor.PUPIL, Mentee.PUPIL): "student_student",
    (Mentor.PUPIL, Mentee.STUDENT): "college_college",
    (Mentor.PUPIL, Mentee.TEACHER): "teacher_student",
    (Mentor.PUPIL, Mentee.PARENT): "specialist_student",
    (Mentor.STUDENT, Mentee.PUPIL): "college_school",
    (Mentor.STUDENT, Mentee.STUDENT): "college_college",
    (Mentor.STUDENT, Mentee.TEACHER): "teacher_student",
    (Mentor.STUDENT, Mentee.PARENT): "specialist_student",
    (Mentor.TEACHER, Mentee.PUPIL): "teacher_student",
    (Mentor.TEACHER, Mentee.STUDENT): "teacher_student",
    (Mentor.TEACHER, Mentee.TEACHER): "teacher_teacher",
    (Mentor.TEACHER, Mentee.PARENT): "teacher_guardian",
    (Mentor.LEADER, Mentee.PUPIL): "teacher_student",
    (Mentor.LEADER, Mentee.STUDENT): "teacher_student",
    (Mentor.LEADER, Mentee.TEACHER): "leader_teacher",
    (Mentor.LEADER, Mentee.PARENT): "teacher_guardian",
    (Mentor.LECTURER, Mentee.PUPIL): "specialist_student",
    (Mentor.LECTURER, Mentee.STUDENT): "teacher_student",
    (Mentor.LECTURER, Mentee.TEACHER): "college_teacher",
    (Mentor.LECTURER, Mentee.PARENT): "teacher_guardian",
    (Mentor.EMPLOYER, Mentee.PUPIL): "employer_school",
    (Mentor.EMPLOYER, Mentee.STUDENT): "employer_college",
    (Mentor.EMPLOYER, Mentee.TEACHER): "partner_teacher",
    (Mentor.EMPLOYER, Mentee.PARENT): "specialist_student",
    (Mentor.PARTNER, Mentee.PUPIL): "specialist_student",
    (Mentor.PARTNER, Mentee.STUDENT): "specialist_student",
    (Mentor.PARTNER, Mentee.TEACHER): "partner_teacher",
    (Mentor.PARTNER, Mentee.PARENT): "teacher_guardian",
    (Mentor.SPECIALIST, Mentee.PUPIL): "specialist_student",
    (Mentor.SPECIALIST, Mentee.STUDENT): "specialist_student",
    (Mentor.SPECIALIST, Mentee.TEACHER): "partner_teacher",
    (Mentor.SPECIALIST, Mentee.PARENT): "teacher_guardian",
}

# The younger teaches the elder.
REVERSED = frozenset(
    {
        (Mentor.PUPIL, Mentee.STUDENT),
        (Mentor.PUPIL, Mentee.TEACHER),
        (Mentor.PUPIL, Mentee.PARENT),
        (Mentor.STUDENT, Mentee.TEACHER),
        (Mentor.STUDENT, Mentee.PARENT),
    }
)


@dataclass(frozen=True)
class RoleRule:
    """A role model and what speaks for it; an answer that is named earns the points of its question."""

    title: str
    portrait: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    activity: tuple[str, ...] = ()
    mentee: tuple[str, ...] = ()


# Whom the mentor is for decides more than all the rest, and a tie falls to the model that is named first.
POINTS = {"portrait": 6, "manner": 2, "knowledge": 2, "authority": 1, "activity": 1, "mentee": 1}

M, K, A, P = Manner, Knowledge, Authority, Portrait

ROLE_MODELS: dict[str, tuple[RoleRule, ...]] = {
    "student_student": (
        RoleRule("лидер–пассивный", (P.PASSIVE, P.SHY), (M.FRIEND,), (K.EXPERIENCE, K.NONE), (A.FRIEND,)),
        RoleRule(
            "успевающий–неуспевающий", (P.STUDY, P.SPECIAL), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.STUDY,),
        ),
        RoleRule(
            "равный–равному", (P.ACTIVE, P.GIFTED, P.UNINFORMED), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,),
            (Activity.ARTS, Activity.TECHNICAL, Activity.SPORT),
        ),
        RoleRule(
            "адаптированный–неадаптированный", (P.NEWCOMER,), (M.FRIEND,), (K.NONE, K.EXPERIENCE), (A.FRIEND,),
            (Activity.COMMUNITY,),
        ),
    ),
    "teacher_teacher": (
        RoleRule("равный–равному", (P.NEW_STAFF,), (M.FRIEND,), (K.NONE, K.EXPERIENCE), (A.FRIEND,)),
        RoleRule("традиционное", (P.NEW_STAFF,), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,), (Activity.TEACHING,)),
        RoleRule(
            "опытный учитель–молодой специалист", (P.YOUNG,), (M.EXPERT,), (K.EXPERT, K.EXPERIENCE),
            (A.PROFESSIONAL,),
        ),
        RoleRule(
            "лидер педагогического сообщества–педагог с трудностями", (P.STRAINED,), (M.FRIEND,),
            (K.EXPERIENCE, K.NONE), (A.FRIEND,),
        ),
        RoleRule(
            "педагог-новатор–консервативный педагог", (P.TRADITIONAL,), (M.EXPERT, M.FRIEND), (K.EXPERT,),
            (A.PROFESSIONAL,), (Activity.TECHNICAL,),
        ),
        RoleRule(
            "опытный предметник–неопытный предметник", (P.SUBJECT,), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.STUDY,),
        ),
    ),
    "leader_teacher": (
        RoleRule("традиционное", (P.NEW_STAFF, P.SUBJECT, P.TRADITIONAL), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,)),
        RoleRule("руководитель–педагог-студент", (P.YOUNG,), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,)),
    ),
    "partner_teacher": (RoleRule("традиционное", (), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,)),),
    "college_teacher": (RoleRule("традиционное", (P.YOUNG,), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,)),),
    "teacher_guardian": (RoleRule("равный–равному", (P.FAMILY,), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,)),),
    "specialist_student": (
        RoleRule(
            "традиционное", (P.GIFTED, P.STUDY, P.UNINFORMED, P.SPECIAL), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.VOCATION,),
        ),
        RoleRule(
            "равный–равному", (P.ACTIVE, P.PASSIVE, P.SHY, P.NEWCOMER), (M.FRIEND,), (K.EXPERIENCE, K.NONE),
            (A.FRIEND,), (Activity.ARTS, Activity.SPORT),
        ),
    ),
    "college_school": (
        RoleRule(
            "успевающий–неуспевающий", (P.STUDY, P.SPECIAL), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.STUDY,),
        ),
        RoleRule("лидер–равнодушный", (P.PASSIVE, P.UNINFORMED), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,)),
        RoleRule(
            "равный–другому", (P.SHY, P.NEWCOMER), (M.FRIEND,), (K.NONE, K.EXPERIENCE), (A.FRIEND,),
            (Activity.COMMUNITY, Activity.ARTS),
        ),
        RoleRule(
            "куратор–автор проекта", (P.ACTIVE, P.GIFTED), (M.EXPERT,), (K.EXPERT, K.EXPERIENCE), (A.PROFESSIONAL,),
            (Activity.TECHNICAL, Activity.VOCATION),
        ),
    ),
    "employer_school": (
        RoleRule(
            "активный профессионал–равнодушный потребитель", (P.PASSIVE, P.UNINFORMED, P.SHY), (M.FRIEND,),
            (K.EXPERIENCE, K.NONE), (A.FRIEND,),
        ),
        RoleRule("коллега–молодой коллега", (P.ACTIVE,), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,)),
        RoleRule(
            "работодатель–будущий сотрудник", (P.GIFTED, P.STUDY, P.NEWCOMER, P.SPECIAL), (M.EXPERT,), (K.EXPERT,),
            (A.PROFESSIONAL,), (Activity.VOCATION, Activity.TECHNICAL),
        ),
    ),
    "employer_college": (
        RoleRule(
            "активный профессионал–равнодушный потребитель", (P.PASSIVE, P.SHY), (M.FRIEND,), (K.NONE,), (A.FRIEND,)
        ),
        RoleRule(
            "успешный профессионал–студент, выбирающий профессию", (P.UNINFORMED, P.NEWCOMER), (M.FRIEND, M.EXPERT),
            (K.EXPERIENCE,), (A.PROFESSIONAL,),
        ),
        RoleRule("коллега–будущий коллега", (P.ACTIVE,), (M.FRIEND,), (K.EXPERIENCE,), (A.FRIEND,)),
        RoleRule(
            "работодатель–будущий сотрудник", (P.GIFTED, P.STUDY, P.SPECIAL), (M.EXPERT,), (K.EXPERT,),
            (A.PROFESSIONAL,), (Activity.VOCATION, Activity.TECHNICAL),
        ),
    ),
    "teacher_student": (
        RoleRule(
            "учитель–одарённый", (P.GIFTED, P.ACTIVE), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.TECHNICAL, Activity.ARTS, Activity.SPORT),
        ),
        RoleRule(
            "учитель–пассивный", (P.PASSIVE, P.SHY, P.UNINFORMED, P.NEWCOMER), (M.FRIEND,), (K.EXPERIENCE, K.NONE),
            (A.FRIEND,), (Activity.COMMUNITY,),
        ),
        RoleRule("учитель–неуспевающий", (P.STUDY,), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,), (Activity.STUDY,)),
        RoleRule("учитель–ребёнок с ОВЗ", (P.SPECIAL,), (M.FRIEND,), (K.EXPERT,), (A.FRIEND,)),
        RoleRule(
            "преподаватель–талантливый обучающийся", (P.GIFTED, P.ACTIVE), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,),
            (Activity.VOCATION, Activity.TECHNICAL), (Mentee.STUDENT,),
        ),
    ),
    "college_college": (
        RoleRule("равный–равному", (P.ACTIVE, P.UNINFORMED), (M.FRIEND,), (K.NONE, K.EXPERIENCE), (A.FRIEND,)),
        RoleRule(
            "адаптация", (P.NEWCOMER, P.PASSIVE, P.SHY), (M.FRIEND,), (K.EXPERIENCE, K.NONE), (A.FRIEND,),
            (Activity.COMMUNITY,),
        ),
        RoleRule("учёба", (P.STUDY, P.SPECIAL), (M.EXPERT,), (K.EXPERT,), (A.PROFESSIONAL,), (Activity.STUDY,)),
        RoleRule(
            "проект", (P.ACTIVE, P.GIFTED, P.UNINFORMED), (M.EXPERT,), (K.EXPERIENCE,), (A.PROFESSIONAL,),
            (Activity.TECHNICAL, Activity.VOCATION, Activity.ARTS),
        ),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class KindRule:
    """A kind, the code of the reason, and when it is taken."""

    kind: str
    reason: str
    when: Callable[[Answers], bool]


KINDS: tuple[KindRule, ...] = (
    KindRule(Kind.FLASH, "kind_once", lambda a: a.term == Term.ONCE),
    KindRule(Kind.SPEED, "kind_rounds", lambda a: a.together == Together.ROUNDS),
    KindRule(Kind.VIRTUAL, "kind_online", lambda a: a.together == Together.ONLINE),
    KindRule(Kind.SITUATIONAL, "kind_asked", lambda a: a.sharing == Sharing.ASKED),
    KindRule(Kind.TEAM, "kind_team", lambda a: a.together == Together.TEAM),
    KindRule(Kind.GROUP, "kind_group", lambda a: a.together == Together.GROUP),
    KindRule(Kind.BLENDED, "kind_both", lambda a: a.together == Together.BOTH),
    KindRule(Kind.REVERSE, "kind_reverse", lambda a: (a.mentor, a.mentee) in REVERSED),
    KindRule(Kind.INDIVIDUAL, "kind_usual", lambda a: True),
)

# What else would do where there is no second role model to offer.
OTHER_KIND: dict[str, str] = {
    Kind.INDIVIDUAL: Kind.BLENDED,
    Kind.GROUP: Kind.BLENDED,
    Kind.BLENDED: Kind.GROUP,
    Kind.VIRTUAL: Kind.INDIVIDUAL,
    Kind.FLASH: Kind.SITUATIONAL,
    Kind.SITUATIONAL: Kind.FLASH,
    Kind.TEAM: Kind.GROUP,
    Kind.SPEED: Kind.FLASH,
    Kind.REVERSE: Kind.INDIVIDUAL,
}

MONTHS: dict[str, int] = {Term.ONCE: 1, Term.WEEKS: 2, Term.QUARTER: 3, Term.YEAR: 9, Term.LONG: 14}
A_TEACHERS_YEAR = 12  # a personalised programme of a teacher is made for a year

# Days between meetings, and of grace.
RADAR_OF_CHILDREN, RADAR_OF_GROWN_UPS, RADAR_OF_THE_YOUNGEST = (14, 7), (30, 10), (7, 7)
