"""Papers of any kind on pages: chosen, prepared, read, written by hand, approved, corrected by a new edition."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.documents import actions, adapter, queries
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Stage
from tests import factories as make
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place(client):
    here = scene.school(head_post="директор")
    here.programme = here.module.programme
    here.programme.state = ProgrammeState.PREPARING
    here.programme.save()
    for number, (code, title) in enumerate((("preparation", "Подготовка условий"), ("closing", "Завершение")), 1):
        Stage.objects.create(
            organisation=here.organisation, programme=here.programme, number=number, code=code, title=title,
            first_day=0, last_day=20,
        )  # fmt: skip
    client.force_login(here.coordinator)
    return here


def prepared(place, code="regulation_order", number="42-ОД", **said):
    return actions.prepare(
        code, programme=place.programme, number=number, dated_on=scene.TODAY, by=place.coordinator, **said
    )


def text(answer):
    return answer.content.decode()


def test_the_page_of_choice_shows_first_what_the_stage_of_now_needs(client, place):
    page = text(client.get("/documents/new/"))

    needed, rest = page.split("Подготовка условий", 1)
    assert "Приказ о введении программы" in needed
    assert f"/documents/new/{place.programme.pk}/introduction_order/" in needed
    assert f"/documents/new/{place.programme.pk}/introduction_order/" not in rest
    assert "Сертификат" not in needed
    assert "Сертификат" in rest


def test_what_there_is_already_is_no_longer_needed_and_is_linked(client, place):
    order = prepared(place, "introduction_order")

    needed, rest = text(client.get(f"/documents/new/?programme={place.programme.pk}")).split("Подготовка условий", 1)

    assert "Приказ о введении программы" not in needed
    assert f'href="/documents/{order.pk}/"' in rest


def test_a_programme_of_another_school_is_not_chosen(client, place):
    foreign = scene.school().module.programme

    assert client.get(f"/documents/new/?programme={foreign.pk}").status_code == 404
    assert client.get(f"/documents/new/{foreign.pk}/regulation_order/").status_code == 404
    assert client.get(f"/documents/new/{place.programme.pk}/passport/").status_code == 404
    assert client.get(f"/documents/new/{place.programme.pk}/certificate/").status_code == 404


def test_without_a_programme_the_page_says_where_to_begin(client, place):
    place.module.delete()
    Stage.objects.all().delete()
    place.programme.delete()

    assert "Программ пока нет" in text(client.get("/documents/new/"))


def test_preparing_asks_only_what_is_not_entered_and_makes_a_draft(client, place):
    address = f"/documents/new/{place.programme.pk}/regulation_order/"
    page = text(client.get(address))

    answer = client.post(address, {"number": "1", "dated_on": "2026-11-23", "appendices": ["regulation"]})

    order = Document.objects.get(kind="regulation_order")
    assert 'name="number" value="1"' in page
    assert 'value="2026-11-23"' in page
    assert (answer.status_code, answer.url) == (303, f"/documents/{order.pk}/")
    assert [one.kind for one in queries.appendices_of(order)] == ["regulation"]


def test_a_taken_number_stands_beside_its_field_with_a_free_one(client, place):
    prepared(place, number="14-а")
    address = f"/documents/new/{place.programme.pk}/coordinator_order/"

    answer = client.post(address, {"number": "14-А", "dated_on": "2026-11-23"})

    assert answer.status_code == 422
    assert "Возьмите 14-б" in text(answer)
    assert 'value="14-А"' in text(answer)
    assert not Document.objects.filter(kind="coordinator_order").exists()


def test_the_head_reads_the_order_with_its_appendices_and_approves_all_by_one_button(client, place):
    order = actions.submit(prepared(place), by=place.coordinator)
    appendix = queries.appendices_of(order).first()
    client.force_login(place.head)
    page = text(client.get(f"/documents/{order.pk}/"))

    answer = client.post(f"/documents/{order.pk}/approve/")

    assert page.count("Утвердить с приложениями") == 1
    for one in (order, appendix):
        assert adapter.kept_paper(one).heading in page
    assert f"/documents/{appendix.pk}/approve/" not in page
    assert answer.status_code == 303
    assert set(Document.objects.values_list("state", flat=True)) == {DocumentState.ISSUED}
    place.programme.refresh_from_db()
    assert place.programme.state == ProgrammeState.AGREED


def test_the_head_approves_the_text_that_was_read(client, place):
    order = actions.submit(prepared(place), by=place.coordinator)
    read = order.version
    actions.send_back(order, note="Исправьте дату.", by=place.head)
    order.refresh_from_db()
    actions.submit(order, by=place.coordinator)
    client.force_login(place.head)
    page = text(client.get(f"/documents/{order.pk}/"))

    late = client.post(f"/documents/{order.pk}/approve/", {"version": read})
    order.refresh_from_db()
    assert (late.status_code, order.state) == (409, DocumentState.SUBMITTED)

    assert f'name="version" value="{order.version}"' in page
    assert client.post(f"/documents/{order.pk}/approve/", {"version": order.version}).status_code == 303


def test_an_appendix_says_whose_it_is_and_has_no_steps(client, place):
    order = prepared(place)
    appendix = queries.appendices_of(order).first()

    page = text(client.get(f"/documents/{appendix.pk}/"))

    assert f'href="/documents/{order.pk}/"' in page
    assert f"/documents/{appendix.pk}/submit/" not in page
    assert client.get(f"/documents/{appendix.pk}/edit/").status_code == 403
    assert client.post(f"/documents/{appendix.pk}/submit/").status_code == 422


def test_submitting_without_a_number_leads_to_where_it_is_written(client, place):
    order = prepared(place, number="")
    assert "Номера пока нет" in text(client.get(f"/documents/{order.pk}/"))

    answer = client.post(f"/documents/{order.pk}/submit/", follow=True)

    assert answer.redirect_chain == [(f"/documents/{order.pk}/edit/", 303)]
    assert "Не хватает номера" in text(answer)


def test_a_section_is_written_by_hand_previewed_and_brought_back(client, place):
    own = prepared(place, "regulation", "")
    section = next(section for section in adapter.kept_paper(own).sections if section.is_editable)
    address = f"/documents/{own.pk}/section/{section.code}/"
    assert address in text(client.get(f"/documents/{own.pk}/"))
    assert "Вернуть текст программы" not in text(client.get(address))

    saved = client.post(address, {"text": "# Наш заголовок\n\n- одно", "version": own.version}, follow=True)
    late = client.post(address, {"text": "Опоздавший текст", "version": own.version})

    assert saved.redirect_chain == [(address, 303)]
    assert "Наш заголовок" in text(saved).split("Как это встанет в документ")[1]
    assert late.status_code == 409
    assert "Опоздавший текст" in text(late)
    assert "# Наш заголовок" in text(late)
    own.refresh_from_db()
    assert client.post(f"{address}restore/", {"version": own.version}).status_code == 303
    assert Document.objects.get(pk=own.pk).sections == {}
    assert client.get(f"/documents/{own.pk}/section/nothing/").status_code == 404


def test_what_left_the_draft_has_no_page_to_edit_it(client, place):
    order = actions.submit(prepared(place), by=place.coordinator)
    appendix = queries.appendices_of(order).first()
    section = next(section.code for section in adapter.kept_paper(appendix).sections if section.is_editable)

    for page in ("edit/", "names/", "section/preamble/"):
        assert client.get(f"/documents/{order.pk}/{page}").status_code == 403
    assert client.post(f"/documents/{appendix.pk}/section/{section}/", {"text": "x"}).status_code == 403


def test_warnings_are_shown_and_stop_nobody(client, place):
    order = prepared(place)  # the programme began on 1 September

    page = text(client.get(f"/documents/{order.pk}/"))

    assert "Взгляните перед подписью" in page
    assert "позже начала программы 01.09.2026" in page
    assert client.post(f"/documents/{order.pk}/submit/").status_code == 303


def test_a_new_edition_shows_what_it_changes_and_both_say_so(client, place):
    order = actions.approve(actions.submit(prepared(place), by=place.coordinator), by=place.head)
    assert "Исправить новой редакцией" in text(client.get(f"/documents/{order.pk}/"))
    place.organisation.head_post = "ректор"
    place.organisation.save()

    answer = client.post(f"/documents/{order.pk}/new-edition/", follow=True)

    edition = order.replacements.get()
    assert answer.redirect_chain == [(f"/documents/{edition.pk}/", 303)]
    assert "<del>Директор</del>" in text(answer)
    assert "<ins>Ректор</ins>" in text(answer)
    assert f'href="/documents/{edition.pk}/"' in text(client.get(f"/documents/{order.pk}/"))
    actions.approve(actions.submit(edition, by=place.coordinator), by=place.head)
    assert "Отменён новой редакцией" in text(client.get(f"/documents/{order.pk}/"))


def test_appendices_stand_under_their_order_and_alone_when_asked_for(client, place):
    order = prepared(place)
    appendix = queries.appendices_of(order).get(kind="regulation")

    page = text(client.get("/documents/"))
    alone = text(client.get("/documents/?kind=regulation&year=2026"))
    other = text(client.get("/documents/?year=2026&state=issued"))

    assert "1\u00a0документ" in page
    assert f'href="/documents/{appendix.pk}/"' in page
    assert "приложение к документу №\u00a042-ОД" in alone.replace("&nbsp;", "\u00a0")
    assert "Ничего не нашлось" in other


def test_a_paper_without_a_head_to_agree_is_issued_by_who_prepares_it(client, place):
    own = prepared(place, "information_leaflet", "", answers={"audience": "pupil"})

    assert client.post(f"/documents/{own.pk}/issue/").status_code == 303

    assert Document.objects.get(pk=own.pk).state == DocumentState.ISSUED


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_register_and_the_choice_cost_the_same_for_one_and_three_orders(client, place):
    prepared(place, number="1")
    one = {page: queries_of(client, page) for page in ("/documents/", "/documents/new/")}
    for number in ("2", "3"):
        prepared(place, number=number)
        make.ModuleFactory(programme__organisation=place.organisation)

    three = {page: queries_of(client, page) for page in one}
    assert three == one
    assert max(three.values()) <= 14


@pytest.mark.parametrize(("code", "said"), [("introduction_order", 1), ("information_leaflet", 0)])
def test_that_nobody_signs_is_said_before_the_form_is_filled(client, place, code, said):
    place.head.role_assignments.all().delete()

    page = text(client.get(f"/documents/new/{place.programme.pk}/{code}/"))

    assert page.count("Некому подписать") == said
    assert page.count('<a href="/organisation/staff/">Назначить руководителя</a>') == said
    assert "Подготовить проект" in page


def test_who_fills_it_all_the_same_is_answered_with_the_link(client, place):
    place.head.role_assignments.all().delete()

    sent = {"number": "7", "dated_on": "2026-11-23"}
    answer = client.post(f"/documents/new/{place.programme.pk}/regulation_order/", sent)

    assert answer.status_code == 422
    assert text(answer).count('<a href="/organisation/staff/">Назначить руководителя</a>') == 1
    assert not Document.objects.exists()
