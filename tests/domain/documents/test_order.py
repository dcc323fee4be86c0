"""From agreed pairs to an order that starts them."""

import io
from datetime import date

import docx
import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.documents import actions, adapter, queries
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import (
    AlreadyInOrder,
    NotAgreed,
    NothingChosen,
    NumberMissing,
    NumberTaken,
    OtherModule,
)
from nastavnik.domain.documents.models import Document, LegalGround
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.models import Person, RoleAssignment
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school(head_post="директор")


def order(place, *pairs, number="42-ОД", dated_on=scene.TODAY):
    pairs = pairs or [scene.confirmed(place)]
    return actions.prepare_order(
        place.module, mentorships=pairs, number=number, dated_on=dated_on, by=place.coordinator
    )


def words(file):
    document = docx.Document(io.BytesIO(read(file)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_an_order_is_a_draft_with_both_files_and_its_text(place):
    group = make.StudyGroupFactory(academic_year__organisation=place.organisation, title="6Б", grade=6)
    child = people.mentee(place.module, surname="Воронова", given_name="Яна", patronymic="Романовна", gender="female")
    child.person.enrolments.create(organisation=place.organisation, study_group=group, starts_on=date(2026, 9, 1))
    pair = scene.confirmed(place, mentee=child)

    document = order(place, pair, number=" № 42-ОД ")

    assert (document.state, document.number, document.year) == (DocumentState.DRAFT, "42-ОД", 2026)
    assert list(document.mentorships.all()) == [pair]
    text = words(document.docx)
    assert "№\u00a042\u2011ОД" in text
    assert "Воронову Яну Романовну (6\u00a0«Б»)" in text
    assert "Назначить куратором программы Петрову Ольгу Ильиничну, учителя" in text
    assert "А.\u00a0К.\u00a0Верхнекамская" in text
    assert "сверьте" not in text
    assert read(document.pdf).startswith(b"%PDF")


def test_defaults_of_law_come_with_the_first_order_and_are_marked(place):
    document = order(place)

    assert {ground.is_confirmed for ground in LegalGround.objects.all()} == {False}
    said = " ".join(scene.said(document))
    assert "Р-145" in said
    assert "АЗ-1128/08" not in said  # that act is about teachers


def test_the_organisations_own_grounds_are_not_overwritten(place):
    actions.add_ground(place.organisation, title="устав школы", by=place.coordinator)

    assert "устав школы." in scene.said(order(place))


def test_the_form_is_named_as_this_kind_of_institution_names_it():
    place = scene.school(kind=OrganisationKind.SUPPLEMENTARY, study_group_word="association")
    form = make.MentoringFormatFactory(
        code="teacher_student", title="учитель–ученик", title_elsewhere="педагог–обучающийся"
    )
    place.module.mentoring_format = form
    place.module.save()

    assert any(line.startswith("педагог–обучающийся") for line in scene.said(order(place)))


def test_a_number_is_given_once_a_year_whatever_its_case(place):
    first = order(place, number="14-а", dated_on=date(2026, 9, 3))

    with pytest.raises(NumberTaken) as taken:
        order(place, number="14-А")

    assert taken.value.params == {
        "paper": "Приказ о закреплении пар №\u00a014-а от\u00a03 сентября 2026",
        "free": "14-б",
    }
    actions.discard(first, by=place.coordinator)
    assert order(place, number="14-А").number == "14-А"


def test_an_order_needs_a_number_to_be_submitted(place):
    document = order(place, number=" № ")
    assert document.number == ""

    with pytest.raises(NumberMissing):
        actions.submit(document, by=place.coordinator)


def test_an_order_needs_pairs_and_a_head(place):
    pair = scene.confirmed(place)
    with pytest.raises(NothingChosen):
        actions.prepare_order(place.module, mentorships=[], number="1", dated_on=scene.TODAY, by=place.coordinator)
    RoleAssignment.objects.filter(user=place.head).delete()
    with pytest.raises(HeadMissing):
        order(place, pair)

    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()


def test_only_agreed_pairs_of_the_module_in_no_other_order_are_ordered(place):
    pair = scene.confirmed(place)
    started = mentorships.start(scene.confirmed(place), on=scene.TODAY, by=None)
    elsewhere = make.ModuleFactory(programme=place.module.programme, title="Второй модуль")
    order(place, pair)

    with pytest.raises(AlreadyInOrder):
        order(place, pair, number="43-ОД")
    with pytest.raises(NotAgreed):
        order(place, started, number="43-ОД")
    with pytest.raises(OtherModule):
        actions.prepare_order(elsewhere, mentorships=[pair], number="43-ОД", dated_on=scene.TODAY, by=place.coordinator)


def test_a_withdrawn_consent_is_named_before_the_order_is_written(place):
    pair = scene.confirmed(place)
    child = scene.member(pair, "mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    with pytest.raises(ConsentMissing) as missing:
        order(place, pair)

    assert missing.value.params == {"name": child.list_name}


def test_a_doubtful_name_is_shown_and_its_right_form_is_kept_with_the_person(place):
    child = people.mentee(place.module, surname="Ли", given_name="Ян", patronymic="", gender="male")
    mentor = people.mentor(place.module, surname="Заец", given_name="Илья", patronymic="Ильич", post="наладчик")
    document = order(place, scene.confirmed(place, mentee=child, mentor=mentor))
    [check] = [check for check in adapter.name_checks(document) if check.person == mentor.person]
    before = document.docx_id

    actions.correct_name(
        document,
        person=check.person,
        case=check.case,
        forms={"surname": "Зайцем", "given_name": "Ильёй", "patronymic": "Ильичом", "post": "наладчиком"},
        by=place.coordinator,
    )

    assert (check.case, set(check.doubts)) == ("instrumental", {"fleeting_vowel", "stress_unknown", "post_unknown"})
    assert check.forms["post"] == "наладчик"
    assert "за наставником Зайцем Ильёй Ильичом, наладчиком" in words(document.docx)
    assert adapter.name_checks(document) == []
    assert Person.objects.get(pk=mentor.person.pk).name_forms["instrumental"]["surname"] == "Зайцем"
    assert not StoredFile.objects.filter(pk=before).exists()


def test_another_number_and_day_write_the_draft_anew(place):
    document = order(place)

    actions.edit_paper(document, number="50", dated_on=date(2026, 11, 20), version=document.version, by=None)

    document.refresh_from_db()
    assert (document.number, document.dated_on) == ("50", date(2026, 11, 20))
    assert "№\u00a050" in words(document.docx)
    with pytest.raises(ChangedMeanwhile):
        actions.edit_paper(document, number="51", dated_on=scene.TODAY, version=1, by=None)


def test_what_was_submitted_or_issued_is_not_rewritten(place):
    document = actions.submit(order(place), by=place.coordinator)

    for change in (
        lambda: actions.edit_paper(document, number="7", dated_on=scene.TODAY, version=document.version, by=None),
        lambda: actions.refresh(document, by=None),
        lambda: actions.discard(document, by=None),
    ):
        with pytest.raises(ForbiddenTransition):
            change()


def test_pairs_wait_for_an_order_until_one_is_alive(place):
    pair = scene.confirmed(place)
    without = scene.school()
    without.module.programme.needs_order = False
    without.module.programme.save()
    free = scene.confirmed(without)

    assert list(queries.awaiting_order(place.coordinator)) == [pair]
    document = order(place, pair)
    assert list(queries.awaiting_order(place.coordinator)) == []
    actions.discard(document, by=place.coordinator)
    assert list(queries.awaiting_order(place.coordinator)) == [pair]
    assert list(queries.awaiting_order(without.coordinator)) == []
    assert list(queries.orderable(without.coordinator)) == [free]
    assert list(queries.awaiting_order(place.head)) == []


def test_a_coordinator_whom_an_issued_order_appointed_is_not_appointed_again(place):
    first = order(place, number="1")
    assert "Назначить куратором программы" in words(first.docx)
    appointing = actions.prepare(
        "coordinator_order", programme=place.module.programme, number="2", dated_on=scene.TODAY, by=place.coordinator
    )
    Document.objects.filter(pk=appointing.pk).update(state=DocumentState.ISSUED)
    second = order(place, number="3")

    assert "Назначить куратором" not in words(second.docx)
    assert "(приказ от 23 ноября 2026 г. № 2)." in words(second.docx).replace("\u00a0", " ")


def test_of_two_who_correct_one_name_the_later_is_told(place):
    document = order(place)
    person = document.mentorships.get().members.first().person
    version = person.version
    said = {"person": person, "case": "instrumental", "forms": {"surname": "Иначе"}, "by": place.coordinator}
    actions.correct_name(document, version=version, **said)
    with pytest.raises(ChangedMeanwhile):
        actions.correct_name(document, version=version, **said)


def test_a_form_of_another_case_that_was_written_meanwhile_stays(place):
    document = order(place)
    person = document.mentorships.get().members.first().person
    for case in ("dative", "instrumental"):  # each from the same old copy of the person
        actions.correct_name(document, person=person, case=case, forms={"surname": case}, by=place.coordinator)
    person.refresh_from_db()
    assert {case: forms["surname"] for case, forms in person.name_forms.items()} == {
        "dative": "dative",
        "instrumental": "instrumental",
    }
