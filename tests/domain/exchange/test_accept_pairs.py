"""A list of pairs: people, participations, and pairs at work or as history; the gates hold."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import Signature, record_consent
from nastavnik.domain.exchange import actions, queries
from nastavnik.domain.exchange.errors import NobodyToAccept
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.actions import record_clearance
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Participation
from tests import factories as make
from tests.domain.exchange.lists import workbook
from tests.domain.exchange.test_undo import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)
HEADINGS = ("Наставник", "Должность наставника", "Наставляемый", "Дата рождения наставляемого", "Класс наставляемого",
            "Дата начала", "Дата окончания")  # fmt: skip
ORLOVA = ("Орлова Анна Петровна", "учитель")
GROWN, CHILD = "14.03.2006", "14.03.2014"


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def module(by):
    return make.ModuleFactory(programme__organisation=by.person.organisation)


def load(module, by, *rows):
    content = workbook(HEADINGS, *rows)
    people_import = actions.upload(module, role="pairs", content=content, name="Пары.xlsx", by=by)
    return actions.check(people_import, by=by)


def row(mentee, born=GROWN, group="", starts="01.09.2026", ends="", mentor=ORLOVA):
    return (*mentor, mentee, born, group, starts, ends)


def test_running_pairs_work_and_former_ones_are_history(by, module):
    rows = [row("Аистов Пётр"), row("Белкин Яков", starts="01.09.2025", ends="31.05.2026")]

    done = actions.accept(load(module, by, *rows), by=by)

    listed = Mentorship.objects.values_list("state", "started_on", "ended_on", "end_reason", "way")
    assert sorted(listed) == [
        ("active", date(2026, 9, 1), None, "", "hand"),
        ("completed", date(2025, 9, 1), date(2026, 5, 31), "term_over", "hand"),
    ]
    states = dict(Participation.objects.values_list("person__surname", "state"))
    assert states == {"Орлова": "ready", "Аистов": "ready", "Белкин": "finished"}
    joined = dict(Participation.objects.values_list("person__surname", "joined_on"))
    assert joined == {"Орлова": date(2025, 9, 1), "Аистов": date(2026, 9, 1), "Белкин": date(2025, 9, 1)}
    assert {one: done.outcome[one] for one in ("new", "pairs", "running", "over")} == {
        "new": 3,
        "pairs": 2,
        "running": 1,
        "over": 1,
    }
    steps = Mentorship.objects.get(state="completed").state_changes.values_list("action", flat=True)
    assert list(steps) == ["confirm", "start", "complete"]
    assert Message.objects.count() == 0


def test_a_child_without_consent_waits_and_the_pair_comes_with_the_consent(by, module):
    people_import = load(module, by, row("Аистова Вера", CHILD, "6А"))

    done = actions.accept(people_import, by=by)

    vera, orlova = (Person.objects.get(surname=name) for name in ("Аистова", "Орлова"))
    assert MentorshipMember.objects.count() == 0
    assert [(one["row"], one["why"]) for one in done.outcome["waiting_pairs"]] == [(2, "consent")]

    record_consent(vera, starts_on=ON, signatures=[Signature("guardian", None, ON)], by=by)
    assert actions.take_waiting(done, by=by) == 0
    assert done.outcome["waiting_pairs"][0]["why"] == "clearance"

    record_clearance(orlova, checked_on=date(2026, 9, 1), by=by)
    assert actions.take_waiting(done, by=by) == 1

    assert done.outcome["waiting_pairs"] == []
    member = MentorshipMember.objects.get(person=vera)
    assert (member.is_minor, member.mentorship.state, member.starts_on) == (True, "active", date(2026, 9, 1))
    assert member.consent is not None


def test_the_same_list_again_adds_nothing(by, module):
    rows = [row("Аистов Пётр"), row("Белкин Яков", starts="01.09.2025", ends="31.05.2026")]
    actions.accept(load(module, by, *rows), by=by)

    again = actions.accept(load(module, by, *rows), by=by)

    assert (Mentorship.objects.count(), Person.objects.exclude(user=by).count()) == (2, 3)
    assert [one["why"] for one in again.outcome["waiting_pairs"]] == ["there", "there"]


def test_what_does_not_fit_the_module_is_left_out_with_its_reason(by, module):
    rows = [
        row("Аистов Пётр"),
        row("Аистов Пётр", mentor=("Лосева Яна", "учитель")),  # an individual module: one at a time
        row("Белкин Яков\nВолков Иван"),
        row("Галкин Лев", starts="01.12.2026"),
    ]

    done = actions.accept(load(module, by, *rows), by=by)

    assert Mentorship.objects.count() == 1
    assert [(one["row"], one["why"]) for one in done.outcome["waiting_pairs"]] == [(3, "occupied")]
    assert done.outcome["left_out_pairs"] == [{"row": 4, "why": "too_many"}, {"row": 5, "why": "begins_later"}]


def test_two_mentors_of_one_child_are_told_which_kind_takes_them(by, module):
    people_import = load(
        module, by, row("Аистов Пётр", mentor=("Панова Анна; Лосева Яна", "учитель")), row("Галкин Лев")
    )

    done = actions.accept(people_import, by=by)

    assert done.outcome["left_out_pairs"] == [{"row": 2, "why": "many_mentors"}]


def test_several_mentors_are_one_team_where_the_kind_allows_it(by):
    module = make.ModuleFactory(programme__organisation=by.person.organisation, kind="team")

    actions.accept(load(module, by, row("Аистов Пётр", mentor=("Орлова Анна\nЛосева Яна", "учитель"))), by=by)

    members = Mentorship.objects.get().members.values_list("person__surname", "role")
    assert sorted(members) == [("Аистов", "mentee"), ("Лосева", "mentor"), ("Орлова", "mentor")]


def test_possibly_one_person_is_asked_and_the_pair_waits(by, module):
    make.PersonFactory(organisation=module.organisation, surname="Аистов", given_name="Пётр", birth_date=None)
    people_import = load(module, by, row("Аистов Пётр"), row("Белкин Яков"))

    found = queries.preview_pairs(people_import)
    question = found.comparison.open_questions[0]
    assert [line.why for line in found.lines] == ["held", ""]

    actions.decide(people_import, key=question.key, answer="same", by=by)
    actions.accept(people_import, by=by)

    assert Person.objects.filter(surname="Аистов").count() == 1
    assert Mentorship.objects.count() == 2


def test_nothing_that_can_be_taken_is_said(by, module):
    people_import = load(module, by, row("Галкин Лев", starts="01.12.2026"))

    with pytest.raises(NobodyToAccept):
        actions.accept(people_import, by=by)


def test_a_list_of_pairs_is_undone_whole_with_the_pairs_that_came_later(by, module):
    known = {"surname": "Орлова", "given_name": "Анна", "patronymic": "Петровна", "birth_date": date(1980, 1, 1)}
    make.PersonFactory(organisation=module.organisation, **known)
    rows = [
        row("Аистова Вера", CHILD, "6А"),
        row("Белкин Яков"),
        row("Волков Иван", starts="01.09.2025", ends="31.05.2026"),
    ]
    people_import = load(module, by, *rows)
    for question in queries.preview_pairs(people_import).comparison.open_questions:
        actions.decide(people_import, key=question.key, answer="same", by=by)
    before = everything()

    done = actions.accept(people_import, by=by)
    assert done.outcome["pairs"] == 2
    assert actions.take_waiting(done, by=by) == 0
    actions.undo(done, by=by)

    assert everything() == before
