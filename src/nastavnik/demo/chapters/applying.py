"""Applications to «Старшие — младшим»: an intake with a poster, and one application in every state."""

from datetime import date
from typing import Any

from nastavnik.demo.school import School
from nastavnik.domain.consents.actions import Signature, record_consent
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.intake import actions
from nastavnik.domain.intake.enums import DeclineReason, Remedy, Source, WithdrawReason
from nastavnik.domain.intake.models import Application

OPENED = 20  # days before today
AFTERNOONS = [[1, 15 * 60, 17 * 60], [4, 15 * 60, 17 * 60]]


def tell(school: School) -> None:
    timeline = school.timeline
    timeline.on(timeline.day(OPENED), lambda: _open(school), hour=11)
    timeline.on(timeline.day(9), lambda: _waiting(school, "Кипреева", "Ульяна", 9, agreed=True), hour=16)
    timeline.on(timeline.day(8), lambda: _declined(school), hour=16)
    timeline.on(timeline.day(7), lambda: _stepped_back(school), hour=17)
    timeline.on(timeline.day(6), lambda: _returned(school), hour=16)
    timeline.on(timeline.day(4), lambda: _waiting(school, "Пролесков", "Демид", 4, agreed=True), hour=17)
    timeline.on(timeline.day(3), lambda: _waiting(school, "Черничкина", "Вера", 3, agreed=False), hour=15)
    timeline.on(timeline.day(2), lambda: _mentor(school), hour=18)
    timeline.on(timeline.day(1), lambda: _twin(school), hour=14)
    timeline.on(timeline.day(1), lambda: _written(school, "Осокин", "Тимофей", {}), hour=19)


def _open(school: School) -> None:
    school.intake = actions.open_intake(
        school.module, starts_on=school.timeline.today_in_story(), by=school.coordinator
    )
    contact = {"contact": "Марина Сергеевна, кабинет 12"}
    actions.edit_intake(school.intake, contact, version=school.intake.version, by=school.coordinator)


def _written(school: School, surname: str, given_name: str, more: dict[str, Any]) -> Application:
    """A child of the sixth class fills it in on a telephone."""
    application, _code = actions.start(school.intake, role=more.get("role", "mentee"))
    answers = {
        "source": Source.SELF,
        "surname": surname,
        "given_name": given_name,
        "birth_date": date(school.timeline.today.year - 12, 4, 17),
        "group_words": "6Б",
        "needs": "разобраться с предметом\nне бояться выступать",
        "main_need": "не бояться выступать",
        "goal": "Рассказать стихотворение перед классом.",
        "free_time": AFTERNOONS,
        "interests": "рисование\nнастольные игры",
        "guardian_name": f"{surname} Елена Павловна",
        **more,
    }
    return actions.save_page(application, answers, page="contact")


def _sent(school: School, surname: str, given_name: str, **more: Any) -> Application:
    application = _written(school, surname, given_name, more)
    actions.submit(application)
    return application


def _waiting(school: School, surname: str, given_name: str, days_ago: int, *, agreed: bool) -> None:
    application = _sent(school, surname, given_name)
    if agreed and application.person:
        on = school.timeline.day(days_ago)
        signed = [Signature(SigningParty.GUARDIAN, None, on)]
        record_consent(application.person, starts_on=on, signatures=signed, by=school.coordinator)


def _declined(school: School) -> None:
    actions.decline(
        _sent(school, "Рогозин", "Фёдор", needs="подготовиться к олимпиаде", main_need=""),
        reason=DeclineReason.NO_MENTOR,
        remedy=Remedy.FIND_MENTOR,
        due_on=school.timeline.day(-5),
        note="Олимпиада по биологии: спросить учителей старших классов.",
        by=school.coordinator,
    )


def _stepped_back(school: School) -> None:
    """Who would rather not: a talk card waits for the coordinator."""
    actions.withdraw(_sent(school, "Тростникова", "Кира"), reason=WithdrawReason.AFRAID)


def _returned(school: School) -> None:
    note = "Напиши, пожалуйста, по какому предмету помочь."
    actions.return_for_more(
        _sent(school, "Аирова", "Софья", needs="разобраться с предметом", main_need=""),
        note=note,
        by=school.coordinator,
    )


def _mentor(school: School) -> None:
    """An elder pupil whose parent has not agreed yet."""
    _sent(
        school,
        "Зверобоев",
        "Глеб",
        role="mentor",
        birth_date=date(school.timeline.today.year - 16, 3, 5),
        group_words="10А",
        needs="",
        goal="",
        competences="не бояться выступать\nсделать свой проект",
        places=2,
        stance="friend",
        achievements="Победитель школьного конкурса чтецов.",
        phone="+79000000000",
    )


def _twin(school: School) -> None:
    """Somebody of the same name is in the lists already, with another day of birth."""
    child, family = next(iter(school.families.items()))
    born = family.child.birth_date or school.timeline.today
    other_day = born.replace(day=born.day + 1 if born.day < 28 else born.day - 1)
    _sent(
        school,
        child.surname,
        child.given_name,
        patronymic=child.patronymic,
        birth_date=other_day,
        group_words=child.study_group,
    )
