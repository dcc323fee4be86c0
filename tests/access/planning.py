"""Plans of the matrix: an agreed one with a difficulty, a signal, advice; a pair of teachers with a sheet."""

from datetime import date

from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.models import Mentorship, PlanStep
from nastavnik.domain.plans import actions as plans
from tests.seeds.cast import agreed, grown_up, programme, ready


def add(side, school, by):
    pair, mentor, mentee, mark = Mentorship.objects.get(pk=side.rows["pair"]), side.mentor, side.mentee, side.mark
    plan = plans.make_plan(pair, by=by)
    hard = plans.add_difficulty(plan, title=f"Трудно {mark}", by=by)
    signal = plans.signal(PlanStep.objects.get(pk=side.rows["step"]), person=mentor, by=mentor.user)
    plans.show(plan, by=mentor.user)
    plans.read(plan, person=mentee, by=mentee.user)
    plan.refresh_from_db()
    advice = plans.recommend(pair, kind="time", code="pause", person=mentor, by=mentor.user)
    held = plans.recommend_link(
        pair, url=f"https://example.ru/{mark}", title=f"Ссылка {mark}", passes=False, person=mentor, by=mentor.user
    )
    teachers = _teachers(side, school, by)
    values = {"happened_on": date(2026, 11, 10), "title": f"Урок {mark}", "next_step": f"Дальше {mark}"}
    sheet = plans.write_sheet(teachers, kind="visit", author=mentor, values=values, by=mentor.user)
    side.rows |= {
        "plan": plan.pk,
        "difficulty": hard.pk,
        "signal": signal.pk,
        "advice": advice.pk,
        "held_advice": held.pk,
        "teachers": teachers.pk,
        "new_sheet": (teachers.pk, "visit"),
        "work_sheet": sheet.pk,
    }


def _teachers(side, school, by):
    _made, module = programme(school, "teacher_teacher", f"Коллеги {side.mark}", by)
    colleague = grown_up(school, f"{side.mark}ева", "Ольга", "учитель", by)
    mentor, mentee = ready(side.mentor, module, "mentor", by), ready(colleague, module, "mentee", by)
    (pair,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 9, 20), by=by)
    return mentorships.start(agreed(pair, by), on=date(2026, 10, 1), by=by)
