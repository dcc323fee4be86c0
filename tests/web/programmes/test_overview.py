from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme
from nastavnik.domain.programmes.templates import TEMPLATES, template_by_code
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def year():
    return make.AcademicYearFactory()


@pytest.fixture
def coordinator(client, year):
    user = make.staff(RoleCode.COORDINATOR, year.organisation)
    client.force_login(user)
    return user


def create(year, title="Старшие — младшим"):
    return actions.create_programme(
        year.organisation,
        template=template_by_code("student_student"),
        title=title,
        academic_year=year,
        starts_on=date(2026, 9, 1),
        by=None,
    )


def queries_of(client, url):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_the_list_asks_as_often_for_one_as_for_three(client, coordinator, year):
    counts = []
    for titles in (("Первая",), ("Вторая", "Третья")):
        for title in titles:
            create(year, title)
        client.get(reverse("programmes:index"))
        counts.append(queries_of(client, reverse("programmes:index")))

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_the_list_is_empty_with_a_way_to_begin(client, coordinator):
    page = client.get(reverse("programmes:index"))

    assert "Программ пока нет" in page.content.decode()
    assert reverse("programmes:new") in page.content.decode()


def test_all_templates_are_offered(client, coordinator):
    page = client.get(reverse("programmes:new")).content.decode()

    assert [str(template.title) in page for template in TEMPLATES] == [True] * len(TEMPLATES)


@pytest.mark.parametrize(
    ("kind", "sixth"),
    [
        (OrganisationKind.SCHOOL, "учитель–ученик"),
        (OrganisationKind.SUPPLEMENTARY, "педагог–обучающийся"),
        (OrganisationKind.COLLEGE, "педагог–обучающийся"),
    ],
)
def test_each_template_says_its_form_as_the_institution_calls_it(client, coordinator, year, kind, sixth):
    Organisation.objects.filter(pk=year.organisation_id).update(kind=kind)

    page = client.get(reverse("programmes:new"))

    said = {template.mentoring_format: form for _kind, rows in page.context["groups"] for template, form in rows}
    assert said["teacher_student"] == sixth
    assert said["student_student"] == "ученик–ученик"
    assert len(said) == 12
    assert all(f"Форма наставничества: {form}" in page.content.decode() for form in said.values())


def test_a_programme_is_made_from_a_template(client, coordinator, year):
    url = reverse("programmes:create", args=["teacher_teacher"])
    data = {"title": "Опора", "academic_year": year.pk, "starts_on": "2026-09-01", "ends_on": ""}

    answer = client.post(url, data)

    made = Programme.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("programmes:programme", args=[made.pk]))
    assert (made.title, made.modules.get().mentoring_format.code) == ("Опора", "teacher_teacher")
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Начать программу" in page


def test_a_taken_title_is_said_and_nothing_is_lost(client, coordinator, year):
    create(year, "Опора")
    url = reverse("programmes:create", args=["student_student"])
    data = {"title": "Опора", "academic_year": year.pk, "starts_on": "2026-09-01"}

    answer = client.post(url, data)

    assert answer.status_code == 422
    assert "«Опора» в этом году уже есть" in answer.content.decode()
    assert 'value="Опора"' in answer.content.decode()
    assert Programme.objects.count() == 1


def test_the_year_of_another_organisation_is_no_choice(client, coordinator):
    other = make.AcademicYearFactory()
    url = reverse("programmes:create", args=["student_student"])

    answer = client.post(url, {"title": "Чужая", "academic_year": other.pk, "starts_on": "2026-09-01"})

    assert answer.status_code == 422
    assert not Programme.objects.exists()


def test_an_unknown_template_is_not_found(client, coordinator):
    assert client.get(reverse("programmes:create", args=["nothing"])).status_code == 404


def test_launch_and_close(client, coordinator, year):
    programme = create(year)

    assert client.post(reverse("programmes:launch", args=[programme.pk])).status_code == 303
    assert client.post(reverse("programmes:launch", args=[programme.pk])).status_code == 409
    assert client.get(reverse("programmes:close", args=[programme.pk])).status_code == 200
    assert client.post(reverse("programmes:close", args=[programme.pk]), {"note": "удалось"}).status_code == 303

    programme.refresh_from_db()
    assert programme.state == ProgrammeState.CLOSED
    assert programme.state_changes.last().note == "удалось"


def test_a_late_edit_gets_both_texts(client, coordinator, year):
    programme = create(year)
    url = reverse("programmes:edit", args=[programme.pk])
    assert client.post(url, {"version": 1, "title": "Первое", "goal": "цель"}).status_code == 303

    late = client.post(url, {"version": 1, "title": "Второе", "goal": "цель"})

    assert late.status_code == 409
    assert "Первое" in late.content.decode()
    assert "Второе" in late.content.decode()
    programme.refresh_from_db()
    assert programme.title == "Первое"
    assert 'name="version" value="2"' in late.content.decode()


def test_the_roadmap_moves_with_the_start(client, coordinator, year):
    programme = create(year)

    moved = client.post(reverse("programmes:start", args=[programme.pk]), {"version": 1, "starts_on": "2026-09-08"})

    page = client.get(moved.headers["Location"]).content.decode()
    assert "23.10.2026" in page  # пары и группы: 45 days after the start
    late = client.post(reverse("programmes:start", args=[programme.pk]), {"version": 1, "starts_on": "2026-09-15"})
    assert late.status_code == 409


def test_the_start_outside_the_year_is_refused(client, coordinator, year):
    programme = create(year)

    answer = client.post(reverse("programmes:start", args=[programme.pk]), {"version": 1, "starts_on": "2027-10-01"})

    assert answer.status_code == 422
    assert "не попадает в учебный год 2026/27" in answer.content.decode()


def test_rows_are_added_changed_and_marked(client, coordinator, year):
    programme = create(year)
    stage = programme.stages.get(code="running")
    data = {"title": "Экскурсия", "term": "1–2 декабря", "stage": stage.number}

    assert client.post(reverse("programmes:add_row", args=[stage.pk]), data).status_code == 303
    item = stage.items.get(title="Экскурсия")
    assert (item.first_day, item.last_day) == (91, 92)

    changed = {**data, "title": "Поход", "version": item.version}
    assert client.post(reverse("programmes:row", args=[item.pk]), changed).status_code == 303
    assert client.post(reverse("programmes:row", args=[item.pk]), changed).status_code == 409
    turned = {**data, "term": "02.12.2026–01.12.2026"}
    assert client.post(reverse("programmes:row", args=[item.pk]), turned).status_code == 422

    item.refresh_from_db()
    done = reverse("programmes:row_done", args=[item.pk])
    assert client.post(done, {"version": item.version}).status_code == 303
    assert client.post(done, {"version": item.version}).status_code == 409
    item.refresh_from_db()
    assert (item.title, item.done_on) == ("Поход", date(2026, 11, 23))
    assert client.post(reverse("programmes:stage_done", args=[stage.pk])).status_code == 303


PAGES = ("programme", "edit", "close", "roadmap", "start", "add_module")


@pytest.mark.parametrize("name", PAGES)
def test_another_organisation_finds_nothing(client, coordinator, name):
    theirs = make.ModuleFactory(programme__title="Канарейка").programme

    assert client.get(reverse(f"programmes:{name}", args=[theirs.pk])).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_the_head_looks_and_does_not_edit(client, year, name):
    programme = create(year)
    client.force_login(make.staff(RoleCode.HEAD, year.organisation))
    expected = 200 if name in ("programme", "roadmap") else 403

    answer = client.get(reverse(f"programmes:{name}", args=[programme.pk]))

    assert answer.status_code == expected
    assert "Изменить" not in answer.content.decode()


def test_a_mentor_has_no_business_here(client, year):
    client.force_login(make.staff(RoleCode.MENTOR, year.organisation))

    assert client.get(reverse("programmes:index")).status_code == 403


def test_a_stage_that_does_the_work_of_several_says_who_is_in_or_until_when(client, coordinator, year):
    programme = actions.create_programme(
        year.organisation,
        template=template_by_code("teacher_teacher_three"),
        title="Опора",
        academic_year=year,
        starts_on=date(2026, 11, 1),
        by=None,
    )
    url = reverse("programmes:programme", args=[programme.pk])
    assert client.get(url).context["steps"][0].note == "до 31\u00a0декабря"
    assert client.get(url).context["work_now"] == "several"

    make.ParticipationFactory(module=programme.modules.get())

    assert client.get(url).context["steps"][0].note == "1\u00a0наставляемый, 0\u00a0наставников"
