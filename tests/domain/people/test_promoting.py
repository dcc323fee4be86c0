"""Promotion of classes on 1 September: 5А → 6А, the last ones leave, history stays, and the way back."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.core import clock
from nastavnik.domain.organisations.models import AcademicYear, StudyGroup
from nastavnik.domain.people import actions
from nastavnik.domain.people.errors import AlreadyPromoted, NobodyToPromote, PromotionStoodUpon
from nastavnik.domain.people.grades import KEEP, LEAVE, MOVE, Next, next_of
from nastavnik.domain.people.models import Enrolment
from nastavnik.domain.people.queries.promoting import promotion_plan
from tests import factories as make

pytestmark = [pytest.mark.django_db]
AUGUST = datetime(2027, 8, 27, 8, tzinfo=UTC)
FIRST = date(2027, 9, 1)


@pytest.mark.parametrize(
    ("title", "grade", "kind", "following"),
    [
        ("5А", 5, "school", Next(MOVE, "6А", 6)),
        ("10 «Б»", 10, "school", Next(MOVE, "11 «Б»", 11)),
        ("11А", 11, "school", Next(LEAVE)),
        ("ИС-21", 2, "college", Next(MOVE, "ИС-21", 3)),
        ("21-ИС", 2, "college", Next(MOVE, "21-ИС", 3)),
        ("ИС-41", 4, "college", Next(LEAVE)),
        ("Робототехника", None, "supplementary", Next(KEEP)),
    ],
)
def test_the_usual_step_of_a_group(title, grade, kind, following):
    assert next_of(title, grade, kind) == following


@pytest.fixture
def school():
    return make.OrganisationFactory()


@pytest.fixture
def year(school):
    return make.AcademicYearFactory(
        organisation=school, title="2026/27", starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31)
    )


def pupil(year, group, surname):
    there, _made = StudyGroup.objects.get_or_create(
        organisation=year.organisation, academic_year=year, title=group, defaults={"grade": int(group[:-1])}
    )
    person = make.PersonFactory(organisation=year.organisation, surname=surname)
    actions.enrol_in_group(person, study_group=there, starts_on=date(2026, 9, 1), by=None)
    return person


def promote(school, **said):
    with clock.fixed(AUGUST):
        plan = promotion_plan(school, date(2027, 8, 27))
        steps = {one.group.pk: said.get("steps", {}).get(one.group.title, one.usual) for one in plan.groups}
        return actions.promote(school, steps=steps, exceptions=said.get("exceptions", {}), by=None)


def history(person):
    rows = Enrolment.objects.filter(person=person).order_by("starts_on")
    return list(rows.values_list("study_group__title", "starts_on", "ends_on"))


def test_classes_go_on_and_the_years_before_stay_as_history(school, year):
    vera, ivan = pupil(year, "5А", "Аистова"), pupil(year, "11А", "Белкин")

    done = promote(school)

    assert history(vera) == [("5А", date(2026, 9, 1), date(2027, 8, 31)), ("6А", FIRST, None)]
    assert history(ivan) == [("11А", date(2026, 9, 1), date(2027, 8, 31))]
    new = StudyGroup.objects.get(title="6А")
    assert (new.grade, new.academic_year.title, new.academic_year.starts_on) == (6, "2027/28", FIRST)
    assert done.counts == {"moved": 1, "stayed": 0, "left": 1}


def test_exceptions_by_hand(school, year):
    stays, leaves, kept, goes = (pupil(year, "5А", name) for name in ("Аистова", "Белкин", "Волков", "Галкин"))

    promote(school, exceptions={stays.pk: "stay", leaves.pk: "leave", kept.pk: "keep"})

    assert history(stays)[-1] == ("5А", FIRST, None)
    assert history(leaves) == [("5А", date(2026, 9, 1), date(2027, 8, 31))]
    assert history(kept) == [("5А", date(2026, 9, 1), None)]
    assert history(goes)[-1] == ("6А", FIRST, None)


def test_a_class_can_be_renamed_left_alone_or_finish_earlier(school, year):
    renamed, kept, finished = pupil(year, "7А", "Аистова"), pupil(year, "8А", "Белкин"), pupil(year, "9А", "Волков")

    promote(school, steps={"7А": Next(MOVE, "8М", 8), "8А": Next(KEEP), "9А": Next(LEAVE)})

    assert history(renamed)[-1][0] == "8М"
    assert history(kept) == [("8А", date(2026, 9, 1), None)]
    assert history(finished)[-1][2] == date(2027, 8, 31)


def test_who_has_a_class_of_the_new_year_already_is_not_put_into_two(school, year):
    vera = pupil(year, "5А", "Аистова")
    following = make.AcademicYearFactory(
        organisation=school, title="2027/28", starts_on=FIRST, ends_on=date(2028, 8, 31)
    )
    other = StudyGroup.objects.create(organisation=school, academic_year=following, title="6М", grade=6)
    actions.enrol_in_group(vera, study_group=other, starts_on=FIRST, by=None)

    promote(school)

    assert history(vera) == [("5А", date(2026, 9, 1), date(2027, 8, 31)), ("6М", FIRST, None)]


def test_a_year_goes_on_once(school, year):
    pupil(year, "5А", "Аистова")
    promote(school)

    with clock.fixed(AUGUST), pytest.raises(AlreadyPromoted):
        actions.promote(school, steps={}, from_year=year.pk, by=None)


def test_nobody_to_promote_is_said(school, year):
    pupil(year, "5А", "Аистова")

    with pytest.raises(NobodyToPromote):
        promote(school, steps={"5А": Next(KEEP)})


def rows():
    names = [field.attname for field in Enrolment._meta.concrete_fields if field.name != "version"]
    return sorted(Enrolment.objects.values_list(*names)), sorted(StudyGroup.objects.values_list("pk", "title"))


def test_a_promotion_is_undone_row_by_row(school, year):
    for number, name in enumerate(("Аистова", "Белкин", "Волков", "Галкин")):
        pupil(year, f"{8 + number}А", name)
    before = rows()

    done = promote(school)
    actions.undo_promotion(done, by=None)

    assert rows() == before
    with pytest.raises(AlreadyPromoted):
        actions.undo_promotion(done, by=None)
    promote(school)  # and it can be done again
    assert AcademicYear.objects.filter(organisation=school).count() == 2


def test_it_is_not_undone_over_a_class_that_was_changed_since(school, year):
    vera = pupil(year, "5А", "Аистова")
    done = promote(school)
    other = StudyGroup.objects.create(organisation=school, academic_year=done.to_year, title="6Б", grade=6)
    actions.move_to_group(vera, study_group=other, on=date(2027, 10, 1), by=None)

    with pytest.raises(PromotionStoodUpon):
        actions.undo_promotion(done, by=None)
    assert history(vera)[-1][0] == "6Б"


def test_another_schools_classes_stay(school, year):
    pupil(year, "5А", "Аистова")
    other = make.AcademicYearFactory(title="2026/27", starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31))
    theirs = pupil(other, "5А", "Белкин")

    promote(school)

    assert history(theirs) == [("5А", date(2026, 9, 1), None)]
