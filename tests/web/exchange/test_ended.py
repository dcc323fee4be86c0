"""What the last page of an import says, and who stays when it is undone."""

import pytest

from nastavnik.domain.people.actions import edit_person
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Participation
from tests.domain.exchange.lists import MENTORS, child, mentor, workbook
from tests.web.exchange.test_wizard import accept, coordinator, load, module, send  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_mentors_of_a_list_are_not_admitted_silently(client, module):  # noqa: F811
    columns = send(client, module, workbook(MENTORS, mentor("Аистов Пётр Ильич")), role="mentor").url
    form = client.get(columns).context["form"]
    choices = {letter: form[letter].value() for letter in form.letters}
    check = client.post(columns, {**choices, "version": form["version"].value()}).url

    done = client.get(accept(client, check).url).content.decode()

    assert "1\u00a0наставник допущен к подбору без записи о проверке" in done
    assert "/applications/admission/?show=unrecorded" in done
    assert Participation.objects.get().state_changes.get().reason == "listed"


def test_undoing_names_who_stays_and_why(client, module, coordinator):  # noqa: F811
    check = load(client, module, child("Аистова Вера"), child("Белкина Анна"))
    done = accept(client, check).url
    vera = Person.objects.get(surname="Аистова")
    edit_person(vera, {"phone": "+79990000001"}, version=vera.version, by=coordinator)
    undo = done.replace("done", "undo")

    shown = client.get(undo)
    after = client.post(undo, {"version": shown.context["form"]["version"].value()}, follow=True).text

    assert "Останутся как есть: 1\u00a0человек" in shown.text
    for page in (shown.text, after):
        assert f'/people/{vera.pk}/">Аистова Вера</a>: после загрузки записи исправили.' in page
        assert "Белкина" not in page
    assert list(Person.objects.filter(surname__in=("Аистова", "Белкина"))) == [vera]
