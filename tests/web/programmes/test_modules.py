import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Catalogue, Kind, ParticipationState
from nastavnik.domain.programmes.models import MentoringFormat, Participation, RoleModel
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module(client):
    module = make.ModuleFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, module.organisation))
    return module


def fields(module, **given):
    return {
        "version": module.version,
        "title": module.title,
        "mentoring_format": module.mentoring_format_id,
        "role_model": "",
        "kind": module.kind,
        "radar_period": 14,
        "radar_grace": 7,
        **given,
    }


def test_the_settings_of_a_module_are_saved(client, module):
    url = reverse("programmes:module", args=[module.pk])
    module.matching_settings = {"weights": {"need": 50}}
    module.save()

    answer = client.post(url, fields(module, kind=Kind.GROUP, radar_period=30))

    assert answer.status_code == 303
    module.refresh_from_db()
    assert (module.kind, module.radar_period) == (Kind.GROUP, 30)
    assert module.matching_settings == {"weights": {"need": 50}}, "what matching is told stays"


def test_late_settings_get_both_texts(client, module):
    url = reverse("programmes:module", args=[module.pk])
    data = fields(module)
    client.post(url, {**data, "title": "Новое"})

    late = client.post(url, {**data, "title": "Моё"})

    assert late.status_code == 409
    assert "Новое" in late.content.decode()
    assert "Моё" in late.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"radar_period": 0},
        {"kind": "nothing"},
        {"title": ""},
    ],
)
def test_settings_that_cannot_be_are_refused(client, module, wrong):
    answer = client.post(reverse("programmes:module", args=[module.pk]), fields(module, **wrong))

    assert answer.status_code == 422
    module.refresh_from_db()
    assert module.version == 1


def test_a_role_model_belongs_to_its_format(client, module):
    foreign = RoleModel.objects.filter(mentoring_format__code="teacher_teacher").first()
    own = RoleModel.objects.filter(mentoring_format=module.mentoring_format).first()
    url = reverse("programmes:module", args=[module.pk])

    assert client.post(url, fields(module, role_model=foreign.pk)).status_code == 422
    assert client.post(url, fields(module, role_model=own.pk)).status_code == 303


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (OrganisationKind.SCHOOL, "учитель–ученик", "педагог–обучающийся"),
        (OrganisationKind.COLLEGE, "педагог–обучающийся", "учитель–ученик"),
    ],
)
def test_a_format_is_called_as_the_institution_calls_it(client, kind, said, unsaid):
    sixth = MentoringFormat.objects.get(code="teacher_student", organisation=None)
    programme = make.ProgrammeFactory(organisation__kind=kind)
    module = make.ModuleFactory(programme=programme, mentoring_format=sixth)
    client.force_login(make.staff(RoleCode.COORDINATOR, module.organisation))

    for name in ("module", "people"):
        page = client.get(reverse(f"programmes:{name}", args=[module.pk])).content.decode()
        assert said in page
        assert f">{unsaid}<" not in page
    overview = client.get(reverse("programmes:programme", args=[programme.pk])).content.decode()
    assert said in overview


def test_a_module_is_added(client, module):
    url = reverse("programmes:add_module", args=[module.programme_id])
    data = fields(module, title="Учителя")
    del data["version"]

    assert client.post(url, data).status_code == 303
    assert client.post(url, data).status_code == 422
    assert module.programme.modules.count() == 2


def test_people_ask_as_often_for_one_as_for_three(client, module):
    url, counts = reverse("programmes:people", args=[module.pk]), []
    for number in (1, 2):
        for _time in range(number):
            mentee(module, values={"needs": ("физика",)})
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url)
        counts.append(len(asked))

    assert len(page.context["people"]) == 3
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_people_say_what_is_missing(client, module):
    mentee(module, consent=False, surname="Безбумагин")
    mentor(module, cleared=False)

    mentees = client.get(reverse("programmes:people", args=[module.pk])).content.decode()
    mentors = client.get(reverse("programmes:people", args=[module.pk]) + "?role=mentor").content.decode()

    assert "Безбумагин" in mentees
    assert "нет согласия" in mentees
    assert "нет допуска" in mentors
    assert "Безбумагин" not in mentors


def test_the_head_sees_no_child_without_consent(client, module):
    mentee(module, consent=False, surname="Канарейкин")
    client.force_login(make.staff(RoleCode.HEAD, module.organisation))

    page = client.get(reverse("programmes:people", args=[module.pk])).content.decode()

    assert "Канарейкин" not in page


def test_all_who_are_enrolled_are_admitted_at_once(client, module):
    make.ParticipationFactory.create_batch(2, module=module, state=ParticipationState.ENROLLED)
    aside = make.ParticipationFactory(module=module, state=ParticipationState.SUSPENDED)
    page = client.get(reverse("programmes:people", args=[module.pk])).content.decode()
    assert "Допустить к подбору 2\u00a0человека" in page

    answer = client.post(reverse("programmes:admit_all", args=[module.pk]), {"role": "mentee"})

    assert answer.headers["Location"].endswith("?role=mentee")
    states = Participation.objects.exclude(pk=aside.pk).values_list("state", flat=True)
    assert set(states) == {ParticipationState.READY}


def test_somebody_is_enrolled_by_hand_once(client, module):
    person = make.PersonFactory(organisation=module.organisation)
    stranger = make.PersonFactory()
    url = reverse("programmes:enrol", args=[module.pk])

    assert client.post(url, {"person": person.pk, "role": "mentee"}).status_code == 303
    assert client.post(url, {"person": person.pk, "role": "mentee"}).status_code == 422
    assert client.post(url, {"person": stranger.pk, "role": "mentee"}).status_code == 422
    assert Participation.objects.get().state == ParticipationState.ENROLLED


def test_a_profile_is_written_as_people_write(client, module):
    participation = mentee(module)
    url = reverse("programmes:profile", args=[participation.pk])
    data = {
        "version": queries.profile_version(participation),
        "main_need": "Алгебра",
        "needs": "чтение; письмо",
        "interests": "шахматы, кино",
        "free_time": "пн 16:00-18:00, ср 13-14",
        "modes": ["in_person"],
        "age_from": 15,
    }

    assert client.post(url, data).status_code == 303
    assert client.post(url, data).status_code == 409

    values = queries.values_of([participation.pk])[participation.pk]
    assert (values.main_need, values.needs, values.interests) == ("Алгебра", ("чтение", "письмо"), ("шахматы", "кино"))
    assert values.free_time == ((1, 960, 1080), (3, 780, 840))
    assert (values.age_wish, values.modes) == ((15, None), {"in_person"})
    page = client.get(url).content.decode()
    assert "16:00–18:00" in page


@pytest.mark.parametrize("wrong", [{"free_time": "когда-нибудь"}, {"age_from": 15, "age_to": 12}])
def test_a_profile_that_is_not_understood_keeps_what_was_typed(client, module, wrong):
    participation = mentee(module)

    answer = client.post(reverse("programmes:profile", args=[participation.pk]), {"needs": "чтение", **wrong})

    assert answer.status_code == 422
    assert 'value="чтение"' in answer.content.decode()


def test_steps_of_a_participation(client, module):
    participation = mentee(module)
    url = reverse("programmes:step", args=[participation.pk])

    assert client.post(url, {"step": "suspend"}).status_code == 303
    assert client.post(url, {"step": "suspend"}).status_code == 409
    assert client.post(url, {"step": "resume"}).status_code == 303
    assert client.post(url, {"step": "finish"}).status_code == 404
    assert client.post(url, {"step": "leave"}).status_code == 303

    participation.refresh_from_db()
    assert participation.state == ParticipationState.LEFT


def test_nobody_leaves_out_of_a_pair(client, module):
    child, helper = mentee(module), mentor(module)
    mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)

    answer = client.post(reverse("programmes:step", args=[child.pk]), {"step": "leave"})

    assert answer.status_code == 422
    assert "Сначала завершите её" in answer.content.decode()


@pytest.mark.parametrize("name", ["module", "people", "enrol"])
def test_another_organisations_module_is_not_found(client, module, name):
    theirs = make.ModuleFactory()

    assert client.get(reverse(f"programmes:{name}", args=[theirs.pk])).status_code == 404


def test_another_organisations_participation_is_not_found(client, module):
    theirs = make.ParticipationFactory()

    assert client.get(reverse("programmes:profile", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("programmes:step", args=[theirs.pk]), {"step": "leave"}).status_code == 404


def test_a_kind_of_the_institution_behaves_as_the_one_it_stands_for(client, module):
    own = actions.add_entry(
        module.organisation, Catalogue.KIND, title="Мастерская", details={"behaves_as": "group"}, by=None
    )

    answer = client.post(reverse("programmes:module", args=[module.pk]), fields(module, kind=own.code))

    module.refresh_from_db()
    assert (answer.status_code, module.kind, module.kind_code) == (303, Kind.GROUP, own.code)
    page = client.get(reverse("programmes:module", args=[module.pk]))
    assert page.context["form"].initial["kind"] == own.code


def test_an_added_module_is_filled_and_shown(client, module):
    said = {**fields(module, title="Ещё один"), "version": ""}

    answer = client.post(reverse("programmes:add_module", args=[module.programme_id]), said)

    made = module.programme.modules.get(title="Ещё один")
    assert answer.headers["Location"] == reverse("programmes:content", args=[made.pk])
    assert made.aim
    assert made.entries.filter(catalogue=Catalogue.TASK).exists()


def test_role_models_stand_under_their_formats_and_one_of_another_format_is_refused(client, module):
    url = reverse("programmes:module", args=[module.pk])
    offered = client.get(url).context["form"].fields["role_model"].choices
    groups = [title for title, rows in offered if isinstance(rows, list)]
    other = RoleModel.objects.exclude(mentoring_format=module.mentoring_format).filter(organisation=None).first()

    refused = client.post(url, fields(module, role_model=other.pk))

    assert len(groups) == len(set(groups)) > 5
    assert "<optgroup" in client.get(url).content.decode()
    assert (refused.status_code, "из другой формы" in refused.content.decode()) == (422, True)


def test_role_models_of_a_hidden_format_are_not_offered(client, module):
    hidden = actions.add_format(module.organisation, title="Своя", by=None)
    actions.hide_format(hidden, by=None)
    RoleModel.objects.create(organisation=module.organisation, mentoring_format=hidden, title="Своя модель")

    form = client.get(reverse("programmes:module", args=[module.pk])).context["form"]

    assert "Своя модель" not in {one.title for one in form.fields["role_model"].queryset}
