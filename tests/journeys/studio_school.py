"""A school ready to be matched, made by the product's own actions where Django is set up."""

from datetime import date

MON, TUE, WED, THU = (1, 870, 960), (2, 870, 960), (3, 870, 960), (4, 870, 960)
SATURDAY = (6, 600, 720)
# surname, given name, class, main need, interests, free time
MENTEES = (
    ("Константинопольский", "Савелий", "6Б", "математика", ("шахматы",), (THU,)),
    ("Преображенская-Воздвиженская", "Анастасия", "5А", "адаптация", ("театр", "кино"), (MON, WED)),
    ("Абдурахманова", "Патимат-Захра", "5А", "русский язык", (), None),
    ("Гаджи-Мурадов", "Абдул-Керим", "6А", "английский язык", ("кино",), (TUE, THU)),
    ("Ли", "Ян", "7А", "физика", ("робототехника",), (MON, TUE)),
    ("Берёзкина", "Алёна", "5А", "математика", ("театр",), (WED,)),
    ("Вершинин", "Платон", "5Б", "физика", ("шахматы", "кино"), (TUE,)),
    ("Гнездилова", "Ульяна", "5Б", "английский язык", ("кино", "театр"), (MON, THU)),
    ("Елагина", "Злата", "5Б", "химия", (), (WED, THU)),
    ("Жаворонков", "Макар", "6А", "математика", ("робототехника",), (MON,)),
    ("Ивушкин", "Тихон", "6А", "адаптация", ("кино",), None),
    ("Яхьяев", "Мирон", "5А", "татарский язык", ("шахматы",), (SATURDAY,)),
)
# surname, given name, class, competences, interests, free time, places
MENTORS = (
    ("Воскресенская", "Полина", "9А", ("английский язык", "русский язык"), ("кино", "театр"), (MON, TUE, THU), 2),
    ("Щербинина", "Есения", "11А", ("физика", "математика"), ("робототехника",), (MON, TUE), 2),
    ("Оганесян", "Давид", "10Б", ("английский язык",), ("театр",), (MON, TUE, WED, THU), 2),
    ("Туманов", "Никита", "9Б", ("математика", "химия"), ("шахматы",), (WED, THU), 3),
    ("Небесная", "Алиса", "9А", ("адаптация", "русский язык"), ("кино",), (MON, WED, THU), 2),
    ("Родников", "Степан", "10А", ("физика",), ("шахматы", "кино"), (TUE, WED), 2),
)


def fill():
    """Two coordinators, whose one-time codes it returns, a programme that runs, people with papers and profiles."""
    from nastavnik.domain.people import actions as people
    from nastavnik.domain.people.enums import RoleCode
    from nastavnik.domain.programmes.enums import ParticipationRole
    from nastavnik.domain.programmes.records import ProfileValues
    from tests.seeds.cast import SEPTEMBER, child, grown_up, institution, programme, ready

    school, first = institution("school", "Школа № 0 (вымышленная)", "Белова", "Марина")
    by = people.ensure_user(first)
    second = grown_up(school, "Соколова", "Ольга", "учитель", by, born=date(1988, 3, 3))
    people.grant_role(
        people.ensure_user(second), role=RoleCode.COORDINATOR, organisation=school, starts_on=SEPTEMBER, by=by
    )
    _plan, module = programme(school, "student_student", "Старшие — младшим", by)
    groups = _groups(school, by)
    for surname, name, group, need, interests, free in MENTEES:
        someone = child(school, surname, name, date(2020 - int(group[:-1]), 4, 4), by)
        people.enrol_in_group(someone, study_group=groups[group], starts_on=SEPTEMBER, by=by)
        asks = ProfileValues(main_need=need, interests=interests, free_time=free)
        ready(someone, module, ParticipationRole.MENTEE, by, asks)
    for surname, name, group, knows, interests, free, places in MENTORS:
        someone = child(school, surname, name, date(2020 - int(group[:-1]), 4, 4), by)
        people.enrol_in_group(someone, study_group=groups[group], starts_on=SEPTEMBER, by=by)
        offers = ProfileValues(competences=knows, interests=interests, free_time=free, places=places)
        ready(someone, module, ParticipationRole.MENTOR, by, offers)
    return {"codes": [_code(first), _code(second)], "module": module.pk}


def _groups(school, by):
    from nastavnik.domain.organisations import actions as organisations
    from tests.seeds.cast import SEPTEMBER

    year = organisations.ensure_academic_year(school, on=SEPTEMBER, by=by)
    titles = sorted({row[2] for row in (*MENTEES, *MENTORS)})
    return {title: organisations.add_study_group(year, title=title, grade=int(title[:-1]), by=by) for title in titles}


def _code(person):
    from nastavnik.domain.people.actions.signing_in import issue_token
    from nastavnik.domain.people.enums import TokenKind

    return issue_token(person, kind=TokenKind.CODE, by=None)
