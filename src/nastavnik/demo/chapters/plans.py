"""The plan of a pair: one goal for the main need, three steps, those that are due are done."""

from nastavnik.demo.school import School
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MentorshipState, Party
from nastavnik.domain.mentorships.models import Mentorship, PlanStep
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.queries import values_of

GOALS = {
    "математика": "Уверенно решать задачи по математике за свой класс",
    "русский язык": "Писать диктанты без ошибок на пройденные правила",
    "английский язык": "Рассказать о себе по-английски без бумажки",
    "биология": "Подготовить и показать опыт на уроке биологии",
    "подготовка к олимпиаде": "Выступить на школьном этапе олимпиады",
    "проектная работа": "Довести до конца и защитить свой проект",
    "освоиться в новом классе": "Знать всех в классе и найти дело по душе",
    "публичные выступления": "Выступить перед своим классом",
    "программирование": "Написать свою первую игру",
    "история": "Сделать доклад по истории родного города",
}
# Title, whose turn, days ago when it is due (negative: still ahead).
STEPS = (
    ("Выбрать, с чего начать, и договориться о днях", "", 70),
    ("Каждую неделю одно небольшое задание, разобрать его вместе", Party.MENTEE, 25),
    ("Показать, что получилось", Party.MENTEE, -30),
)


def keep(school: School, pair: Mentorship, mentor: Person) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(78), lambda: _write(school, pair, mentor), hour=18)


def _write(school: School, pair: Mentorship, mentor: Person) -> None:
    pair.refresh_from_db()
    mentee = pair.members.get(role=ParticipationRole.MENTEE)
    need = values_of([mentee.participation_id])[mentee.participation_id].main_need
    goal = mentorships.add_goal(pair, title=GOALS[need], by=mentor.user)
    for title, who, due in STEPS:
        due_on = school.timeline.day(due)
        step = mentorships.add_step(goal, title=title, who=who, due_on=due_on, by=mentor.user)
        if due_on < school.timeline.today and pair.pk % 5:
            school.timeline.on(due_on, lambda step=step: _done(school, step, mentor), hour=19)


def _done(school: School, step: PlanStep, mentor: Person) -> None:
    if step.goal.mentorship.state == MentorshipState.ACTIVE:
        mentorships.mark_step(step, done_on=school.timeline.today_in_story(), version=step.version, by=mentor.user)
