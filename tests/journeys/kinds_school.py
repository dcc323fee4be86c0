"""A school with a module of every kind, made by the product's own actions: `python -m tests.journeys.kinds_school`.

Prints as JSON the module of each kind, the day it is there and a one-time code for everybody by surname. The school
lies where it is day: what is written at night waits for the morning, and a journey may not depend on its hour.
"""

import json
import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nastavnik.config.settings")

# From Lisbon to Kamchatka: in one of them it is day, whenever it is.
ZONES = (
    "Europe/Lisbon", "Europe/Kaliningrad", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Yakutsk",
    "Asia/Magadan", "Asia/Kamchatka",
)  # fmt: skip
MIDDLE = 14  # o'clock: the quiet hours are from nine to seven
BEGAN = 60  # days ago
CHILD, GROWN = "child", "grown"
# kind → (mentors, mentees): surname, given name, and a partner of the school or a child's class
CAST = {
    "individual": ([("Андреев", "Пётр")], [("Бабушкина", "Ася", "6А")]),
    "group": ([("Ветров", "Олег")], [("Гусева", "Яна", "6А"), ("Дёмин", "Лев", "6А"), ("Ершова", "Ира", "6А")]),
    "virtual": ([("Жуков", "Иван"), ("Зимина", "Анна", "завод")], [("Ильина", "Эля", "6А"), ("Крылов", "Ян", "6А")]),
    "flash": ([("Лунина", "Вера")], [("Маков", "Егор", "6А")]),
    "speed": ([("Носова", "Инга"), ("Орлов", "Марк")], [("Панин", "Илья", "6А"), ("Рогова", "Майя", "6А")]),
    "team": ([("Сомов", "Юрий"), ("Титова", "Алла")], [("Уткин", "Глеб", "6А"), ("Фомина", "Нина", "6А")]),
    "blended": ([("Хохлова", "Елена")], [("Цаплин", "Артём", "6А"), ("Чайкин", "Кирилл", "6А")]),
    "situational": ([("Шилов", "Роман")], [("Щукина", "Лиза", "6А")]),
    "reverse": ([("Юрьева", "Полина"), ("Яковлев", "Борис")], [("Яковлев", "Борис"), ("Юрьева", "Полина")]),
}


def zone_by_day(now):
    """The time zone in which it is nearest to the middle of the day."""
    return min(ZONES, key=lambda zone: abs(now.astimezone(ZoneInfo(zone)).hour - MIDDLE))


def fill():
    """A coordinator, a psychologist who reads with her what a child is written, and the cast, ready in its modules."""
    import django

    django.setup()
    from nastavnik.core import clock
    from nastavnik.domain.organisations import actions as organisations
    from nastavnik.domain.people import actions as people

    zone = zone_by_day(datetime.now(UTC))
    began = clock.today(zone) - timedelta(days=BEGAN)
    coordinator = people.open_organisation(
        coordinator=people.NewPerson("Белова", "Марина", birth_date=date(1984, 4, 4)),
        kind="supplementary", title="Центр «Росток» (вымышленный)", short_title="Росток", time_zone=zone,
        municipality="Вымышленный округ", region="Вымышленная область", on=began,
    )  # fmt: skip
    house, by = coordinator.organisation, people.ensure_user(coordinator)
    organisations.edit_organisation(house, {"video_services": "telemost.example"}, version=house.version, by=by)
    psychologist = people.ensure_user(_adult(house, "Тихонова", "Ольга", False, began, by))
    people.grant_role(psychologist, role="psychologist", organisation=house, starts_on=began, by=by)
    everybody = {"Белова": coordinator}
    modules = _modules(house, began, by)
    for kind, sides in CAST.items():
        for role, names in zip(("mentor", "mentee"), sides, strict=True):
            _enrol(house, modules[kind], role, names, everybody, began, by)
    codes = {surname: _code(person) for surname, person in everybody.items()}
    ids = {kind: module.pk for kind, module in modules.items()}
    return {"modules": ids, "codes": codes, "today": clock.today(zone).isoformat()}


def _modules(house, began, by):
    """One programme without orders, one module a kind."""
    from nastavnik.domain.organisations import actions as organisations
    from nastavnik.domain.programmes import actions as programmes
    from nastavnik.domain.programmes.enums import Kind
    from nastavnik.domain.programmes.templates import template_by_code

    plan = programmes.create_programme(
        house, template=template_by_code("collective"), title="Росток", starts_on=began,
        academic_year=organisations.ensure_academic_year(house, on=began, by=by), by=by,
    )  # fmt: skip
    programmes.launch(plan, by=by)
    first = plan.modules.get()
    return {
        kind.value: first
        if kind == Kind.INDIVIDUAL
        else programmes.add_module(
            plan, title=str(kind.label), mentoring_format=first.mentoring_format, kind=kind, by=by
        )
        for kind in Kind
    }


def _enrol(house, module, role, names, everybody, began, by):
    from nastavnik.domain.programmes import actions as programmes
    from nastavnik.domain.programmes.records import ProfileValues

    for surname, given_name, *more in names:
        if surname not in everybody:
            bring = _child if more and more[0].endswith("А") else _adult
            everybody[surname] = bring(house, surname, given_name, bool(more), began, by)
    entries = [(everybody[surname], ProfileValues(places=3)) for surname, *_more in names]
    programmes.enrol_many(module, role=role, entries=entries, joined_on=began, by=by)


def _adult(house, surname, given_name, is_from_outside, began, by):
    from nastavnik.domain.organisations import actions as organisations
    from nastavnik.domain.people import actions as people

    partner = organisations.ensure_partner(house, title="Завод (вымышленный)", by=by) if is_from_outside else None
    someone = people.add_person(
        house, by=by, surname=surname, given_name=given_name, birth_date=date(began.year - 35, 2, 2), partner=partner,
        post="инженер" if partner else "педагог",
    )  # fmt: skip
    people.record_clearance(someone, checked_on=began, by=by)
    return someone


def _child(house, surname, given_name, _is_from_outside, began, by):
    """Twelve years old, with a parent and a paper that both signed."""
    from nastavnik.domain.consents import actions as consents
    from nastavnik.domain.consents.enums import SigningParty
    from nastavnik.domain.people import actions as people

    born = date(began.year - 12, 1, 15)
    someone = people.add_person(house, by=by, surname=surname, given_name=given_name, birth_date=born)
    parent = people.add_person(house, by=by, surname=surname, given_name="Родитель")
    people.add_guardian(someone, guardian=parent, relation="мать", starts_on=began, by=by)
    signed = [consents.Signature(SigningParty.GUARDIAN, parent, began)]
    consents.record_consent(someone, starts_on=began, signatures=signed, by=by)
    return someone


def _code(person):
    from nastavnik.domain.people.actions.signing_in import issue_token
    from nastavnik.domain.people.enums import TokenKind

    return issue_token(person, kind=TokenKind.CODE, by=None)


if __name__ == "__main__":
    print(json.dumps(fill()))
