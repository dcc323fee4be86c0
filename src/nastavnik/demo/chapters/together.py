"""What each kind does: a group and its poll, a team and its parts, lessons online, questions, short meetings."""

from collections.abc import Callable, Sequence
from datetime import time

from nastavnik.demo.school import School
from nastavnik.domain.conversations import actions as conversations
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason, MeetingKind, MeetingState, Mood, SessionType, Work
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Mode, ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.scheduling import actions as scheduling
from nastavnik.domain.scheduling.actions import Terms

MET = (34, 20, 6)  # days before today
ROOM = "https://video.school17.example/roboty"
PARTS = ("чертёж и план посадок", "материалы и договорённости", "грядки у входа", "таблички", "дневник сада")
NEEDS = (
    ("Страшно говорить перед классом", "Речь на минуту", "Каждый говорит минуту, остальные ловят удачное"),
    ("Не знаю, куда девать руки", "Голос и жест", "Читаем стихи, снимаем и смотрим"),
    ("Забываю слова", "План вместо шпаргалки", "Рассказываем по пяти картинкам"),
)
VOTES = (3, 1, 2)


def _members(one: Mentorship, role: str) -> list[MentorshipMember]:
    rows = one.members.filter(role=role).select_related("person__user", "mentorship__organisation")
    return list(rows.order_by("pk"))


def _mentor(one: Mentorship) -> Person:
    return _members(one, ParticipationRole.MENTOR)[0].person


def _meet(school: School, one: Mentorship, words: Sequence[str], **about: object) -> None:
    """The meetings of MET, one line of the diary each; the first one is the acquaintance."""
    mentor = _mentor(one)
    for turn, (days_ago, text) in enumerate(zip(MET, words, strict=True)):
        on = school.timeline.school_day(days_ago)

        def act(on=on, text=text, turn=turn) -> None:
            mentorships.record_meeting(
                one, happens_on=on, state=MeetingState.HELD, mood=Mood.GOOD, minutes=45, text=text, author=mentor,
                kind=MeetingKind.WORK if turn else MeetingKind.INTRO, by=mentor.user, **about,
            )  # fmt: skip

        school.timeline.on(on, act, hour=15, minute=40)


def group(school: School, one: Mentorship) -> None:
    """Needs named, a theme voted for, the next one agreed."""
    words = ("Назвали, что трудно, получился список.", "Речь на минуту: получилось у всех.", "Снимали и смотрели себя.")
    _meet(school, one, words, session_type=SessionType.TRAINING, works=[Work.MOTIVATIONAL, Work.COMMUNICATIVE])
    mentor, mentees = _mentor(one).user, _members(one, ParticipationRole.MENTEE)

    def ask() -> None:
        named = [
            mentorships.name_need(one, text=text, member=member, by=member.person.user)
            for (text, _theme, _activity), member in zip(NEEDS, mentees, strict=False)
        ]
        for need, (_text, theme, activity), votes in zip(named, NEEDS, VOTES, strict=True):
            shape = {"theme": theme, "activity": activity, "resource": "", "form": "game"}
            mentorships.shape_need(need, shape, version=need.version, by=mentor)
            for member in mentees[:votes]:
                mentorships.vote(need, member, by=member.person.user)
        named[0].refresh_from_db()
        mentorships.agree_theme(named[0], version=named[0].version, by=mentor)

    _at(school, 33, ask)


def team(school: School, one: Mentorship) -> None:
    """Parts, a short term, a goal with two steps."""
    _meet(school, one, ("Выбрали место и разделили дела.", "Купили саженцы.", "Посадили первые пять яблонь."))
    mentor = _mentor(one).user

    def agree() -> None:
        parts = {member.pk: part for member, part in zip(one.members.order_by("pk"), PARTS, strict=True)}
        mentorships.set_parts(one, parts, until=school.timeline.day(-24), by=school.coordinator)
        goal = mentorships.add_goal(one, title="Посадить десять яблонь у входа в школу", by=mentor)
        for title, due in (("Нарисовать план участка", 30), ("Посадить и подписать деревья", -14)):
            mentorships.add_step(goal, title=title, due_on=school.timeline.day(due), by=mentor)

    _at(school, 44, agree)


def blended(school: School, one: Mentorship) -> None:
    """In person every other time; online every week from tomorrow on."""
    words = ("Собрали первую модель.", "Проверяли программу по видеосвязи.", "Датчик света заработал.")
    _meet(school, one, words, mode=Mode.IN_PERSON)
    first = school.timeline.day(-1)

    def plan() -> None:
        scheduling.plan_series(
            one, first_on=first, last_on=school.timeline.day(-22), every=1, begins_at=time(16, 30),
            terms=Terms(minutes=40, mode=Mode.ONLINE, place="", link=ROOM), by=_mentor(one).user,
        )  # fmt: skip

    _at(school, 3, plan)


def virtual(school: School, one: Mentorship) -> None:
    """One question is answered from outside, another waits since yesterday."""
    first, second, *_others = _members(one, ParticipationRole.MENTEE)
    expert = _mentor(one)

    def answer() -> None:
        asked = conversations.ask_mentors(
            first.person, module=one.module, text="Чем занят программист в обычный день?", by=first.person.user
        )
        words = "Полдня думает и спрашивает, остальное время пишет и проверяет. Приходите на экскурсию с классом."
        conversations.answer_question(asked, person=expert, text=words, by=expert.user)

    def ask() -> None:
        text = "Какой язык учить первым, если хочется делать игры?"
        conversations.ask_mentors(second.person, module=one.module, text=text, by=second.person.user)

    _at(school, 14, answer)
    _at(school, 1, ask)


def situational(school: School, one: Mentorship) -> None:
    """Asked when it was needed, answered the same day."""
    mentee, mentor = _members(one, ParticipationRole.MENTEE)[0].person, _mentor(one)

    def ask() -> None:
        text = "Поссорился с другом перед контрольной. Как начать разговор?"
        asked = conversations.ask_mentors(mentee, module=one.module, text=text, by=mentee.user)
        words = "Начни с того, что он для тебя важен, потом о том, что случилось. Если хочешь, порепетируем завтра."
        conversations.answer_question(asked, person=mentor, text=words, by=mentor.user)

    _at(school, 8, ask)


def speed(school: School, one: Mentorship) -> None:
    """Out of a round of short talks: it met twice and is over."""
    mentor = _mentor(one)

    def end() -> None:
        on = school.timeline.today_in_story()
        mentorships.record_meeting(
            one, happens_on=on, state=MeetingState.HELD, mood=Mood.GOOD, minutes=20, author=mentor, by=mentor.user
        )
        mentorships.complete(one, on=on, reason=EndReason.PLAN_DONE, by=school.coordinator)

    _at(school, 40, end)


def reverse(school: School, one: Mentorship) -> None:
    """The younger colleague teaches the elder one."""
    words = ("Разобрали электронный журнал.", "Сделали первый опрос для класса.", "Записали короткое видео к уроку.")
    _meet(school, one, words)


def flash(school: School, mentors: Sequence[Participation], mentees: Sequence[Participation]) -> None:
    """One is held and thanked for, one is taken, one is free."""
    expert, organiser = mentors

    def offer(mentor: Participation, topic: str, days_ago: int, place: str):
        return mentorships.offer_flash(
            mentor, topic=topic, happens_on=school.timeline.day(days_ago), begins_at=time(15), minutes=30, place=place,
            by=mentor.person.user,
        )  # fmt: skip

    def held() -> None:
        slot = offer(expert, "Как проходит собеседование", 11, "Кабинет 305")
        mentorships.book(slot, mentee=mentees[0], by=mentees[0].person.user)
        close = _closing(slot, "Теперь не страшно", mentees[0].person)
        school.timeline.on(school.timeline.day(11), close, hour=17)

    def ahead() -> None:
        taken = offer(organiser, "Как придумать игру для перемены", -2, "Актовый зал")
        mentorships.book(taken, mentee=mentees[1], by=mentees[1].person.user)
        offer(expert, "Зачем программисту математика", -4, "Кабинет 305")

    _at(school, 13, held)
    _at(school, 2, ahead)


def _closing(slot, thanks: str, author: Person) -> Callable[[], object]:
    return lambda: mentorships.close(slot, thanks=thanks, author=author, by=author.user)


def _at(school: School, days_ago: int, act: Callable[[], object]) -> None:
    school.timeline.on(school.timeline.day(days_ago), act, hour=14, minute=20)
