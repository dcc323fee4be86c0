"""The plan of a pair: one goal for the main need, three steps, those that are due are done. The first pair makes a
development plan of it: what is hard, read with one tap, the goal looked at again half-way, advice."""

from nastavnik.demo.school import School
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MentorshipState, Party
from nastavnik.domain.mentorships.models import Mentorship, PlanStep
from nastavnik.domain.people.models import Person
from nastavnik.domain.plans import actions as plans
from nastavnik.domain.plans.enums import AdviceKind, Helped, PlanWay, ReviewStage, Verdict
from nastavnik.domain.plans.models import PairPlan
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
    if not PairPlan.objects.filter(organisation=pair.organisation_id).exists():
        _plan(school, pair, mentor, mentee.person)


def _plan(school: School, pair: Mentorship, mentor: Person, mentee: Person) -> None:
    plan = plans.make_plan(pair, way=PlanWay.BY_MENTOR, by=mentor.user)
    hard = plans.add_difficulty(plan, title="Теряется, когда заданий много сразу", by=mentor.user)
    step = PlanStep.objects.filter(goal__mentorship=pair, who=Party.MENTEE).earliest("due_on")
    plans.edit_step(
        step,
        title=step.title,
        who=step.who,
        due_on=step.due_on,
        difficulty=hard.pk,
        expected="восемь заданий из десяти без подсказки",
        version=step.version,
        by=mentor.user,
    )
    plans.show(plan, by=mentor.user)
    plans.read(plan, person=mentee, by=mentee.user)
    advice = plans.recommend(pair, kind=AdviceKind.TIME, code="small_parts", person=mentor, by=mentor.user)
    plans.mark_helped(advice, person=mentee, helped=Helped.YES)
    school.timeline.on(school.timeline.day(24), lambda: _look_again(pair, mentor), hour=20)


def _look_again(pair: Mentorship, mentor: Person) -> None:
    pair.refresh_from_db()
    if pair.state == MentorshipState.ACTIVE:
        goal = pair.goals.earliest("pk")
        note = "Идём по плану, осталось показать, что получилось"
        plans.review_goal(
            goal, stage=ReviewStage.INTERIM, verdict=Verdict.KEPT, note=note, version=goal.version, by=mentor.user
        )


def _done(school: School, step: PlanStep, mentor: Person) -> None:
    step.refresh_from_db()
    if step.goal.mentorship.state == MentorshipState.ACTIVE:
        mentorships.mark_step(step, done_on=school.timeline.today_in_story(), version=step.version, by=mentor.user)
