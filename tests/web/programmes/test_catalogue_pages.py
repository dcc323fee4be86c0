"""Pages of catalogues, formats and the content of a module."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Catalogue, Kind
from nastavnik.domain.programmes.models import MentoringFormat, RoleModel
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module(client):
    module = make.ModuleFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, module.organisation))
    return module


@pytest.fixture
def school(module):
    return module.organisation


def page(client, name, *args):
    return client.get(reverse(f"programmes:{name}", args=args)).content.decode()


def post(client, name, *args, **data):
    return client.post(reverse(f"programmes:{name}", args=args), data)


def made(act):
    with CaptureQueriesContext(connection) as found:
        act()
    return len(found)


def test_catalogues_are_listed_with_their_numbers(client, school):
    actions.add_entry(school, Catalogue.METHOD, title="Разбор записи", by=None)

    shown = page(client, "catalogues")

    assert "Методы" in shown
    assert 'data-label="Записей">9</td>' in shown
    assert 'data-label="Своих и переписанных">1</td>' in shown


def test_the_list_asks_the_same_number_of_questions_whatever_is_in_it(client, school):
    def look():
        return page(client, "catalogue", "task")

    look()
    actions.add_entry(school, Catalogue.TASK, title="Первая своя", by=None)
    one = made(look)
    for title in ("Вторая своя", "Третья своя"):
        actions.add_entry(school, Catalogue.TASK, title=title, by=None)

    assert made(look) == one
    assert "Третья своя" in look()


def test_an_entry_is_added_edited_and_restored(client, school):
    added = post(client, "add_catalogue_entry", "outcome", title="Номер на концерте", instrument="видеозапись")
    code = queries.entries(school, Catalogue.OUTCOME)[-1].code
    again = post(client, "add_catalogue_entry", "outcome", title="номер на концерте", instrument="видео")
    edited = post(client, "catalogue_entry", "method", "example", title="Пример наставника", text="Показывает сам.")
    shown = page(client, "catalogue", "method")
    restored = post(client, "catalogue_entry_step", "method", "example", step="restore")

    assert (added.status_code, again.status_code) == (303, 422)
    assert "уже есть" in again.content.decode()
    assert queries.entry(school, Catalogue.OUTCOME, code).details["instrument"] == "видеозапись"
    assert (edited.status_code, restored.status_code) == (303, 303)
    assert "Пример наставника" in shown
    assert "своими словами" in shown
    assert "Пример наставника" not in page(client, "catalogue", "method")


def test_a_late_edit_of_an_entry_gets_both_texts(client, school):
    post(client, "catalogue_entry", "method", "example", title="Первый", text="")

    late = post(client, "catalogue_entry", "method", "example", title="Второй", text="")
    version = queries.entry(school, Catalogue.METHOD, "example").version
    after = post(client, "catalogue_entry", "method", "example", title="Второй", text="", version=version)

    shown = late.content.decode()
    assert (late.status_code, after.status_code) == (409, 303)
    assert "Первый" in shown
    assert "Второй" in shown
    assert queries.entry(school, Catalogue.METHOD, "example").title == "Второй"


def test_an_entry_is_hidden_shown_and_moved(client, school):
    post(client, "catalogue_entry_step", "method", "activity", step="hide")
    hidden = page(client, "catalogue", "method")
    post(client, "catalogue_entry_step", "method", "activity", step="show")
    post(client, "catalogue_entry_step", "method", "activity", step="down")

    assert "Не предлагаем" in hidden
    assert [one.code for one in queries.entries(school, Catalogue.METHOD)][:2] == ["discussion", "activity"]
    assert "место 2 из 8" in page(client, "catalogue_entry", "method", "activity")
    assert post(client, "catalogue_entry_step", "method", "activity", step="fly").status_code == 404


def test_an_own_kind_has_its_numbers_within_bounds(client, school):
    bad = post(client, "add_catalogue_entry", "kind", title="Звено", behaves_as="group", months=0, places=99)
    good = post(client, "add_catalogue_entry", "kind", title="Звено", behaves_as="group", months=4, places=8)

    assert bad.status_code == 422
    assert good.status_code == 303
    kind = queries.kinds_for(school)[-1]
    assert (kind.title, kind.behaves_as, kind.rules.usual_months, kind.rules.usual_places) == ("Звено", "group", 4, 8)


def test_portraits_keep_their_signs_line_by_line(client, school):
    asked = {
        "title": "Капитан",
        "text": "",
        "signs": "ведёт команду\n\n слышит других ",
        "formats": ["student_student"],
    }

    post(client, "add_catalogue_entry", "mentor_portrait", **asked)

    entry = queries.entries(school, Catalogue.MENTOR_PORTRAIT)[-1]
    assert entry.details["signs"] == ["ведёт команду", "слышит других"]
    assert entry.formats == ("student_student",)


def test_own_formats_and_role_models_have_pages(client, school):
    added = post(client, "formats", title="дед–внук")
    own = MentoringFormat.objects.get(organisation=school)
    post(client, "add_role_model", own.pk, title="мастер–ученик")
    model = RoleModel.objects.get(organisation=school)
    twice = post(client, "add_role_model", own.pk, title="Мастер–ученик")
    post(client, "role_model", model.pk, title="мастер–подмастерье", version=1)
    post(client, "format_step", own.pk, step="hide")

    assert added.status_code == 303
    assert twice.status_code == 422
    assert "мастер–подмастерье" in page(client, "formats")
    assert "не предлагаем" in page(client, "mentoring_format", own.pk)
    assert "дед–внук" not in page(client, "catalogues")
    post(client, "remove_role_model", model.pk)
    assert not RoleModel.objects.filter(organisation=school).exists()
    shipped = RoleModel.objects.filter(organisation=None).first()
    assert post(client, "remove_role_model", shipped.pk).status_code == 404


def test_formats_ask_the_same_number_of_questions_whatever_is_there(client, school):
    def look():
        return page(client, "formats")

    look()
    actions.add_format(school, title="первая", by=None)
    one = made(look)
    for title in ("вторая", "третья"):
        actions.add_role_model(school, actions.add_format(school, title=title, by=None), title="роль", by=None)

    assert made(look) == one


def test_a_module_is_filled_and_its_lists_are_changed(client, module):
    empty = page(client, "content", module.pk)
    filled = post(client, "fill_content", module.pk)
    module.refresh_from_db()
    shown = page(client, "content_list", module.pk, "principle")
    chosen = {"take_0": "on", "words_0": "Приходят сами.", "place_0": 2, "take_3": "on", "place_3": 1}
    saved = post(client, "content_list", module.pk, "principle", version=module.version, **chosen)

    taken = queries.module_entries(module)[Catalogue.PRINCIPLE]
    assert "Заполнить готовым" in empty
    assert filled.status_code == 303
    assert shown.count("checked") == 6
    assert saved.status_code == 303
    assert [(one.code, one.words) for one in taken] == [
        ("dialogue", queries.entry(module.organisation, Catalogue.PRINCIPLE, "dialogue").text),
        ("voluntary", "Приходят сами."),
    ]
    assert "Диалог; Добровольность" in page(client, "content", module.pk)


def test_a_late_choice_gets_both_lists(client, module):
    actions.set_module_entries(module, Catalogue.KIND, [("team", "")], version=1, by=None)

    late = post(client, "content_list", module.pk, "kind", version=1, take_0="on")

    shown = late.content.decode()
    assert late.status_code == 409
    assert "Командное" in shown
    assert "Индивидуальное: Своими словами" in shown
    assert [one.code for one in queries.module_entries(module)[Catalogue.KIND]] == ["team"]


def test_aim_and_note_are_written_on_the_page_of_the_content(client, module):
    saved = post(client, "content", module.pk, version=1, aim="Наша цель", note="Наша записка")
    late = post(client, "content", module.pk, version=1, aim="Иная", note="")

    module.refresh_from_db()
    assert (saved.status_code, late.status_code) == (303, 409)
    assert (module.aim, module.note) == ("Наша цель", "Наша записка")


def test_others_neither_see_nor_change(client, module):
    foreign = actions.add_entry(make.OrganisationFactory(), Catalogue.TASK, title="Чужая", by=None)

    assert post(client, "catalogue_entry", "task", foreign.code, title="Моя").status_code == 404
    assert client.get(reverse("programmes:content", args=[make.ModuleFactory().pk])).status_code == 404
    assert client.get(reverse("programmes:catalogue", args=["nothing"])).status_code == 404
    assert client.get(reverse("programmes:content_list", args=[module.pk, "aim"])).status_code == 404
    client.force_login(make.staff(RoleCode.HEAD, module.organisation))
    assert client.get(reverse("programmes:catalogues")).status_code == 403


def test_a_kind_that_a_module_took_shows_its_own_name(client, module):
    own = actions.add_entry(
        module.organisation, Catalogue.KIND, title="Звено", details={"behaves_as": "group"}, by=None
    )
    module.kind, module.kind_code = Kind.GROUP, own.code
    module.save()

    assert "звено" in page(client, "content", module.pk)
    assert "· звено" in page(client, "programme", module.programme_id)
    assert "· звено" in page(client, "people", module.pk)


def test_a_long_list_is_narrowed_to_one_format(client, school):
    narrowed = (
        page(client, "catalogue", "task"),
        client.get(reverse("programmes:catalogue", args=["task"]), {"format": "teacher_teacher"}).content.decode(),
    )

    assert ["первокурснику" in one for one in narrowed] == [True, False]
    assert ["общий номер" in one for one in narrowed] == [True, False]
    assert "методикой" in narrowed[1]


def test_a_module_of_a_hidden_format_is_still_saved(client, module):
    own = actions.add_format(module.organisation, title="дед–внук", by=None)
    module.mentoring_format = own
    module.save()
    actions.hide_format(own, by=None)
    fields = {"title": "Новое", "mentoring_format": own.pk, "kind": "group", "radar_period": 14, "radar_grace": 7}

    saved = post(client, "module", module.pk, version=1, role_model="", **fields)
    elsewhere = post(client, "add_module", module.programme_id, role_model="", **fields | {"title": "Ещё"})

    assert (saved.status_code, elsewhere.status_code) == (303, 422)


def test_hiding_an_entry_is_said(client, school):
    own = actions.add_entry(school, Catalogue.METHOD, title="Разбор записи", by=None)
    step = reverse("programmes:catalogue_entry_step", args=[Catalogue.METHOD, own.code])

    assert "Больше не предлагаем." in client.post(step, {"step": "hide"}, follow=True).content.decode()
    assert "Снова предлагаем." in client.post(step, {"step": "show"}, follow=True).content.decode()
