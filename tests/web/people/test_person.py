"""The page of a person, adding, editing, guardians, groups."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Guardianship, Person
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def child(coordinator):
    return make.PersonFactory(
        organisation=coordinator.person.organisation, surname="Аистова", given_name="Вера", patronymic=""
    )


def test_the_page_says_what_is_now(client, coordinator, child):
    participation = make.ParticipationFactory(person=child, module__programme__organisation=child.organisation)

    page = client.get(f"/people/{child.pk}/").content.decode()

    assert "Аистова Вера" in page
    assert "Ждём подпись родителя." in page
    assert participation.module.programme.title in page


def test_a_mentor_from_outside_without_a_partner_has_a_page(client, coordinator):
    mentor = make.PersonFactory(
        organisation=coordinator.person.organisation, adult=True, workplace="Станкозавод (вымышленный)"
    )

    page = client.get(f"/people/{mentor.pk}/").content.decode()

    assert "Станкозавод (вымышленный)" in page


def test_somebody_of_another_organisation_does_not_exist(client, coordinator):
    stranger = make.PersonFactory()

    for path in ("", "edit/", "guardian/", "group/", "access/", "clearance/"):
        assert client.get(f"/people/{stranger.pk}/{path}").status_code == 404


def test_a_teacher_reads_and_does_not_edit(client, child):
    client.force_login(make.staff(RoleCode.TEACHER, child.organisation))

    page = client.get(f"/people/{child.pk}/")

    assert page.status_code == 200
    assert f"/people/{child.pk}/edit/" not in page.content.decode()
    assert client.get(f"/people/{child.pk}/edit/").status_code == 403


def test_a_person_is_added(client, coordinator):
    answer = client.post(
        "/people/add/",
        {"surname": " Белкина", "given_name": "Алёна", "birth_date": "21.01.2013", "phone": "8 (999) 000-00-01"},
    )

    added = Person.objects.get(surname="Белкина")
    assert (answer.status_code, answer.url) == (303, f"/people/{added.pk}/")
    assert (added.normal_name, added.birth_date, added.phone) == ("белкина алена", date(2013, 1, 21), "+79990000001")
    assert added.organisation == coordinator.person.organisation


def test_a_namesake_is_asked_about(client, coordinator, child):
    given = {"surname": "АИСТОВА", "given_name": "Вера"}

    asked = client.post("/people/add/", given)
    answered = client.post("/people/add/", {**given, "another": "on"})

    assert asked.status_code == 422
    assert "Такой человек уже есть" in asked.content.decode()
    assert answered.status_code == 303
    assert Person.objects.filter(normal_name="аистова вера").count() == 2


def test_a_wrong_form_says_what_to_mend(client, coordinator):
    answer = client.post("/people/add/", {"surname": "", "phone": "12", "birth_date": "31.02.2014"})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"surname", "phone", "birth_date"}


def test_an_edit_is_saved_and_a_late_one_gets_both_texts(client, coordinator, child):
    form = {"surname": "Аистова", "given_name": "Вера", "version": 1}

    first = client.post(f"/people/{child.pk}/edit/", {**form, "post": "староста"})
    late = client.post(f"/people/{child.pk}/edit/", {**form, "post": "дежурная"})

    assert first.status_code == 303
    assert late.status_code == 409
    page = late.content.decode()
    assert "староста" in page
    assert "дежурная" in page
    child.refresh_from_db()
    assert (child.post, child.version) == ("староста", 2)
    again = client.post(f"/people/{child.pk}/edit/", {**form, "version": 2, "post": "дежурная"})
    assert again.status_code == 303


def test_a_guardian_is_added_and_a_namesake_asked_about(client, coordinator, child):
    form = {"surname": "Аистова", "given_name": "Ольга", "phone": "+79990000002", "relation": "мать"}
    brother = make.PersonFactory(organisation=child.organisation, surname="Аистов")

    assert client.post(f"/people/{child.pk}/guardian/", form).status_code == 303
    mother = Person.objects.get(given_name="Ольга")
    mother.birth_date = date(1988, 1, 1)
    mother.save()
    asked = client.post(f"/people/{brother.pk}/guardian/", form)
    answered = client.post(f"/people/{brother.pk}/guardian/", {**form, "known": mother.pk})

    assert asked.status_code == 422
    assert answered.status_code == 303
    assert Person.objects.filter(given_name="Ольга").count() == 1
    assert {g.child for g in Guardianship.objects.filter(guardian=mother)} == {child, brother}


def test_a_child_is_moved_to_another_group(client, coordinator, child):
    year = make.AcademicYearFactory(organisation=child.organisation)
    group = make.StudyGroupFactory(academic_year=year, title="6Б")

    answer = client.post(f"/people/{child.pk}/group/", {"group": group.pk, "on": "2026-11-23"})

    assert answer.status_code == 303
    assert "6Б" in client.get(f"/people/{child.pk}/").content.decode()


def test_the_same_submit_twice_adds_one(client, coordinator):
    form = {"surname": "Белкина", "given_name": "Алёна", "submission_key": "a-key"}

    first, second = (client.post("/people/add/", form) for _time in range(2))

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.url == second.url
    assert Person.objects.filter(surname="Белкина").count() == 1


def test_a_refused_form_does_not_use_up_its_key(client, coordinator):
    """«Назад» in the browser brings the page with the same key; the mended form must still count."""
    wrong, right = ({"surname": surname, "submission_key": "a-key"} for surname in ("", "Белкина"))

    assert client.post("/people/add/", wrong).status_code == 422
    assert client.post("/people/add/", right).status_code == 303

    assert Person.objects.filter(surname="Белкина").count() == 1


def test_of_a_grown_up_with_a_post_no_class_and_no_parents_are_asked(client, coordinator, child):
    head = make.PersonFactory(organisation=child.organisation, adult=True, post="директор")

    grown, young = (client.get(f"/people/{person.pk}/").content.decode() for person in (head, child))

    for words in ("<dt>Класс</dt>", 'id="h-family"'):
        assert (words in grown, words in young) == (False, True)


def test_whose_consent_is_gone_is_not_called_ready_and_is_not_observed(client, now):
    child = make.PersonFactory()
    module = make.ModuleFactory(organisation=child.organisation, programme__organisation=child.organisation)
    make.ParticipationFactory(person=child, module=module, state="ready")
    consent = make.signed_consent(child)
    client.force_login(make.staff("teacher", child.organisation))
    before = client.get(f"/people/{child.pk}/").text

    withdraw_consent(consent, on=date(2026, 11, 23), by=None)

    after = client.get(f"/people/{child.pk}/").text
    words = ("можно подбирать", "Записать наблюдение", "ждёт согласия")
    assert [one in before for one in words] == [True, True, False]
    assert [one in after for one in words] == [False, False, True]
