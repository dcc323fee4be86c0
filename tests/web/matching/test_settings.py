import pytest

from nastavnik.domain.matching.records import SWITCHABLE
from nastavnik.domain.matching.settings import choices, settings_of
from nastavnik.domain.programmes.enums import Kind
from nastavnik.web.matching.forms.settings import RULES, SettingsForm
from tests import factories as make
from tests.domain.matching.scene import coordinator
from tests.web.matching.asking import page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def sent(module, **changes):
    return {"version": module.version, "min_common_minutes": 60, "load": 1, "keep_bonus": 20, **changes}


def test_every_rule_that_can_be_switched_is_explained():
    assert set(RULES) == {str(rule) for rule in SWITCHABLE}


def test_rules_and_numbers_are_kept_and_the_weights_stay(client, module):
    module.matching_settings = {"weights": {"need": 70}}
    module.save()
    data = sent(module, rule_same_class="on", rule_mode="on", load=3, keep_bonus=5, level_lead=2)

    answer = client.post(page("settings", module.pk), data)

    assert (answer.status_code, answer.headers["Location"]) == (303, page("module", module.pk))
    module.refresh_from_db()
    kept = choices(module.kind, module.matching_settings)
    assert {code for code, on in kept["rules"].items() if on} == {"same_class", "mode"}
    assert (kept["load"], kept["keep_bonus"], kept["role_model"]["level_lead"]) == (3, 5, 2)
    assert kept["weights"]["need"] == 70


def test_what_is_mistaken_is_said(client, module):
    answer = client.post(page("settings", module.pk), sent(module, load=200))

    assert answer.status_code == 422
    assert "Проверьте, что написано" in answer.content.decode()


def test_who_comes_late_sees_both_texts(client, module):
    first = sent(module, load=3)
    assert client.post(page("settings", module.pk), first).status_code == 303

    late = client.post(page("settings", module.pk), {**first, "load": 7})

    assert late.status_code == 409
    assert "На сколько баллов дороже" in late.content.decode()


def test_hours_and_shifts_are_set_and_shown_again(client, module):
    times = {
        "hours": "пн–пт 14–18",
        "shift_1_grades": "9-11, 1",
        "shift_1_lessons": "пн, вт 8:30–14:00",
        "shift_2_grades": "6",
        "shift_2_lessons": "сб 14:00–19:00",
    }

    assert client.post(page("settings", module.pk), sent(module, **times)).status_code == 303

    module.refresh_from_db()
    rules = settings_of(module.kind, module.matching_settings)
    assert rules.hours == tuple((day, 840, 1080) for day in range(1, 6))
    first = ((1, 510, 840), (2, 510, 840))
    assert rules.lessons == {1: first, 9: first, 10: first, 11: first, 6: ((6, 840, 1140),)}
    form = SettingsForm(module=module)
    assert form.initial["shift_1_grades"] == "1, 9, 10, 11"
    again = {name: form.initial[name] for name in times}
    assert client.post(page("settings", module.pk), sent(module, **again)).status_code == 303
    module.refresh_from_db()
    assert settings_of(module.kind, module.matching_settings) == rules


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ({"hours": "после уроков"}, "Время не понято"),
        ({"shift_1_grades": "5, 12", "shift_1_lessons": "пн 8–14"}, "Классы не поняты"),
        ({"shift_1_grades": "5"}, "когда у этой смены уроки"),
        ({"shift_2_lessons": "пн 14–19"}, "какие классы учатся в эту смену"),
        (
            {f"shift_{n}_{name}": said for n in (1, 2) for name, said in (("grades", "5"), ("lessons", "пн 8–14"))},
            "Класс назван в обеих сменах",
        ),
    ],
)
def test_mistaken_hours_are_said_and_stay_in_the_form(client, module, times, words):
    answer = client.post(page("settings", module.pk), sent(module, **times))

    assert answer.status_code == 422
    content = answer.content.decode()
    assert words in content
    assert all(f'value="{said}"' in content for said in times.values())


def test_a_group_is_asked_for_its_theme_and_a_pair_is_not(client, module):
    assert 'name="theme"' not in text(client, page("settings", module.pk))
    group = make.ModuleFactory(kind=Kind.GROUP, programme__organisation=module.organisation)

    assert 'name="theme"' in text(client, page("settings", group.pk))
    assert client.post(page("settings", group.pk), sent(group, theme="interest")).status_code == 303
    group.refresh_from_db()
    assert choices(group.kind, group.matching_settings)["theme"] == "interest"


def test_another_organisations_module_is_not_found(client, module):
    other = make.ModuleFactory()
    client.force_login(coordinator(module.organisation))

    assert client.get(page("settings", other.pk)).status_code == 404
    assert client.post(page("settings", other.pk), sent(other)).status_code == 404
