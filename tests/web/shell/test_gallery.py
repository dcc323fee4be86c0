"""Every component renders, in the gallery and with nothing but what it must be given."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

from nastavnik.domain.people.enums import RoleCode
from nastavnik.web.shell.gallery_samples import SampleForm
from nastavnik.web.shell.icons import ICONS, SHAPES
from tests.factories.people import staff

pytestmark = pytest.mark.django_db

TEMPLATES = Path(settings.TEMPLATES[0]["DIRS"][0])
COMPONENTS = sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))


def render(source, **context):
    # Written to be compiled like a template of ours: the loader of cotton reads files only.
    from django_cotton.compiler_regex import CottonCompiler

    return engines["django"].from_string(CottonCompiler().process(source)).render(context)


def test_gallery_shows_every_component(client, now):
    client.force_login(staff(RoleCode.COORDINATOR))
    sources = "".join(path.read_text() for path in (TEMPLATES / "shell").rglob("*.html"))

    page = client.get("/ui/").content.decode()

    missing = [
        name
        for name in COMPONENTS
        if f"<c-{name.replace('_', '-')}" not in sources and name != "error_summary"  # drawn by the form itself
    ]
    assert missing == []
    assert "<c-" not in page
    assert " style=" not in page
    assert page.count("<h1>") == 1
    assert len(re.findall(r'\bid="([^"]+)"', page)) == len(set(re.findall(r'\bid="([^"]+)"', page)))


def test_gallery_is_closed_to_visitors_outside_the_demo(client, settings):
    settings.DEMO = settings.DEBUG = False
    assert client.get("/ui/").status_code == 302

    settings.DEMO = True
    assert client.get("/ui/").status_code == 200


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_escapes_what_it_is_given(name):
    attributes = ("title", "name", "label", "note", "why", "action", "value", "hash", "who", "definition", "caption")
    given = " ".join(f'{attribute}="{{{{ bad }}}}"' for attribute in attributes)
    extra = ' icon="info" ' if name in {"button", "icon_button", "queue_row", "file_row", "tap_button"} else ""

    html = render(
        f"<c-{name.replace('_', '-')} {extra}{given}>{{{{ bad }}}}</c-{name.replace('_', '-')}>", bad="<b>'\""
    )

    assert "<b>'" not in html


def test_component_does_not_read_the_variables_of_the_page():
    assert "Тайна" not in render('<c-empty-state action="Создать" href="/" />', title="Тайна", action="Тайна")


def test_invalid_field_says_what_and_is_tied_to_its_error():
    form = SampleForm({"name": ""}, auto_id="x_%s")

    html = str(form["name"].as_field_group())

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="x_name_helptext x_name_error"' in html
    assert 'id="x_name_error"' in html
    assert 'class="shape is-bad"' in html
    assert "Здесь пусто. Заполните." in html


def test_form_begins_with_a_summary_that_leads_to_the_fields():
    html = str(SampleForm({"name": "Ли Ян", "day": "31.02.2014", "mode": "face", "kind": "one"}))

    assert html.index("data-focus") < html.index("<label")
    assert '<a href="#id_day">' in html
    assert "Такой даты нет" in html
    assert 'value="Ли Ян"' in html
    assert "data-focus" not in str(SampleForm())


def test_radios_stand_in_a_fieldset_with_their_question():
    html = str(SampleForm()["mode"].as_field_group())

    assert "<fieldset" in html
    assert "Как встречаться</legend>" in html
    assert html.count('type="radio"') == 2


@pytest.mark.parametrize(("taken", "places", "squares"), [(0, 0, 0), (2, 3, 3), (4, 3, 4), (0, 12, 0)])
def test_capacity_shows_a_square_for_each_place(taken, places, squares):
    html = render("<c-capacity taken='{{ taken }}' places='{{ places }}' />", taken=taken, places=places)

    assert html.count("<rect") == squares
    assert f"занято {taken} из {places}" in html


def test_icons_are_our_own_and_hidden_from_screen_readers():
    for drawing in (*ICONS.values(), *SHAPES.values()):
        assert re.fullmatch(r'(<(path|circle) [a-z0-9="-]+[^<>]*/>)+', drawing), drawing
    assert 'aria-hidden="true"' in render('{% icon "bell" %}')
