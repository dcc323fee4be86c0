"""Catalogues of an institution: own entries, own words, what a module takes."""

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Catalogue, Kind
from nastavnik.domain.programmes.errors import EntryTitleTaken, RoleModelInUse, ShippedIsFixed, UnknownEntry
from nastavnik.domain.programmes.models import CatalogueEntry, MentoringFormat
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
GROUP = (Catalogue.KIND, Kind.GROUP)


@pytest.fixture
def school():
    return make.OrganisationFactory()


def titles(organisation, catalogue, **asked):
    return [one.title for one in queries.entries(organisation, catalogue, **asked)]


def test_an_own_entry_is_of_one_institution(school):
    made = actions.add_entry(school, Catalogue.TASK, title="Поставить общий номер", by=None)

    assert made.code == f"own-{made.pk}"
    assert titles(school, Catalogue.TASK)[-1] == "Поставить общий номер"
    assert "Поставить общий номер" not in titles(make.OrganisationFactory(), Catalogue.TASK)
    with pytest.raises(EntryTitleTaken):
        actions.add_entry(school, Catalogue.TASK, title="поставить ОБЩИЙ номер", by=None)


def test_own_words_lie_over_a_shipped_entry_and_are_forgotten(school):
    shipped = queries.entry(school, *GROUP)

    actions.edit_entry(school, *GROUP, {"title": "Кружок", "text": "Вместе."}, version=None, by=None)
    changed = queries.entry(school, *GROUP)
    actions.restore_entry(school, *GROUP, by=None)

    assert (changed.title, changed.text, changed.is_changed, changed.is_own) == ("Кружок", "Вместе.", True, False)
    restored = queries.entry(school, *GROUP)
    assert (restored.title, restored.text, restored.is_changed) == (shipped.title, shipped.text, False)


def test_a_late_edit_of_a_shipped_entry_is_told(school):
    actions.edit_entry(school, *GROUP, {"title": "Кружок"}, version=None, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_entry(school, *GROUP, {"title": "Звено"}, version=None, by=None)

    assert queries.entry(school, *GROUP).title == "Кружок"


def test_a_hidden_entry_keeps_its_words_and_comes_back(school):
    actions.hide_entry(school, *GROUP, by=None)
    hidden = queries.entry(school, *GROUP)
    actions.edit_entry(school, *GROUP, {"text": "Вместе."}, version=hidden.version, by=None)

    assert "Групповое" not in titles(school, Catalogue.KIND)
    assert "Групповое" in titles(school, Catalogue.KIND, hidden=True)
    actions.show_entry(school, *GROUP, by=None)
    assert "Групповое" in titles(school, Catalogue.KIND)
    assert queries.entry(school, *GROUP).text == "Вместе."


def test_an_entry_is_moved_past_a_hidden_one(school):
    actions.hide_entry(school, *GROUP, by=None)
    before = titles(school, Catalogue.KIND)

    actions.move_entry(school, Catalogue.KIND, Kind.VIRTUAL, up=True, by=None)
    actions.move_entry(school, Catalogue.KIND, Kind.VIRTUAL, up=True, by=None)

    assert titles(school, Catalogue.KIND) == [before[1], before[0], *before[2:]]
    assert not queries.entry(school, Catalogue.KIND, Kind.VIRTUAL).is_changed


def test_numbers_of_catalogues(school):
    actions.add_entry(school, Catalogue.KIND, title="Дуэт", details={"behaves_as": "individual"}, by=None)
    actions.edit_entry(school, *GROUP, {"title": "Кружок"}, version=None, by=None)
    actions.hide_entry(school, Catalogue.KIND, Kind.FLASH, by=None)

    facts = {one.catalogue: one for one in queries.catalogue_facts(school)}

    kinds = facts[Catalogue.KIND]
    assert (kinds.entries, kinds.own, kinds.changed, kinds.unconfirmed, kinds.hidden) == (10, 1, 1, 2, 1)
    assert set(facts) == set(Catalogue.values)


def test_a_module_is_of_an_own_kind(school):
    details = {"behaves_as": "group", "months": 4, "places": 8, "mentees": 12}
    made = actions.add_entry(school, Catalogue.KIND, title="Звено", details=details, by=None)
    programme = make.ProgrammeFactory(organisation=school)
    module = make.ModuleFactory(programme=programme, kind=Kind.GROUP, kind_code=made.code)

    kind = queries.kind_of(module)

    assert (kind.title, kind.behaves_as, kind.is_own) == ("Звено", "group", True)
    assert (kind.rules.mentees, kind.rules.usual_months, kind.rules.usual_places) == (12, 4, 8)
    assert queries.kind_of(make.ModuleFactory(kind=Kind.TEAM)).title == "Командное"
    module.kind = Kind.TEAM  # a name that behaves otherwise is not believed
    assert queries.kind_of(module).title == "Командное"


def test_a_hidden_kind_is_offered_only_where_it_is_chosen(school):
    actions.hide_entry(school, *GROUP, by=None)

    assert "group" not in [one.code for one in queries.kinds_for(school)]
    assert "group" in [one.code for one in queries.kinds_for(school, keep="group")]


def test_a_module_takes_entries_in_its_order_and_words(school):
    module = make.ModuleFactory(programme=make.ProgrammeFactory(organisation=school))
    chosen = [("team", ""), ("group", "Звено по пять человек."), ("team", "")]

    actions.set_module_entries(module, Catalogue.KIND, chosen, version=1, by=None)

    taken = queries.module_entries(module)[Catalogue.KIND]
    assert [(one.code, one.words) for one in taken] == [
        ("team", queries.entry(school, Catalogue.KIND, "team").text),
        ("group", "Звено по пять человек."),
    ]
    with pytest.raises(ChangedMeanwhile):
        actions.set_module_entries(module, Catalogue.KIND, [], version=1, by=None)
    with pytest.raises(UnknownEntry):
        actions.set_module_entries(module, Catalogue.KIND, [("no", "")], version=2, by=None)
    assert len(queries.module_entries(module)[Catalogue.KIND]) == 2


def test_a_module_keeps_what_is_offered_no_more(school):
    module = make.ModuleFactory(programme=make.ProgrammeFactory(organisation=school))
    own = actions.add_entry(school, Catalogue.TASK, title="Своя задача", by=None)
    actions.set_module_entries(module, Catalogue.TASK, [(own.code, "Наши слова")], version=1, by=None)

    actions.hide_entry(school, Catalogue.TASK, own.code, by=None)

    assert [one.words for one in queries.module_entries(module)[Catalogue.TASK]] == ["Наши слова"]
    assert own.code in [one.code for one in queries.offered(module, Catalogue.TASK)]
    CatalogueEntry.objects.all().delete()
    assert [one.words for one in queries.module_entries(module)[Catalogue.TASK]] == ["Наши слова"]


def test_what_stands_in_a_module_is_not_replaced_by_what_is_usual(school):
    module = make.ModuleFactory(programme=make.ProgrammeFactory(organisation=school), aim="Наша цель")
    actions.set_module_entries(module, Catalogue.KIND, [("team", "")], version=1, by=None)

    actions.take_usual_entries(module, by=None)
    actions.take_usual_entries(module, by=None)

    module.refresh_from_db()
    assert (module.aim, bool(module.note)) == ("Наша цель", True)
    assert [one.code for one in queries.module_entries(module)[Catalogue.KIND]] == ["team"]


def test_own_formats_and_role_models(school):
    made = actions.add_format(school, title="дед–внук", by=None)
    model = actions.add_role_model(school, made, title="мастер–подмастерье", by=None)
    shipped = MentoringFormat.objects.get(organisation=None, code="student_student")

    assert made.code == f"own-{made.pk}"
    with pytest.raises(EntryTitleTaken):
        actions.add_format(school, title="Ученик–ученик", by=None)
    with pytest.raises(EntryTitleTaken):
        actions.add_role_model(school, shipped, title="лидер–пассивный", by=None)
    with pytest.raises(ShippedIsFixed):
        actions.edit_format(shipped, title="другое", version=shipped.version, by=None)

    module = make.ModuleFactory(
        programme=make.ProgrammeFactory(organisation=school), mentoring_format=made, role_model=model
    )
    with pytest.raises(RoleModelInUse):
        actions.remove_role_model(model, by=None)
    module.role_model = None
    module.save()
    actions.remove_role_model(model, by=None)
    assert not made.role_models.exists()


def test_a_hidden_format_is_not_offered_and_others_never_see_it(school):
    made = actions.add_format(school, title="дед–внук", by=None)
    assert made in queries.formats_for(school)
    assert made not in queries.formats_for(make.OrganisationFactory())

    actions.hide_format(made, by=None)

    assert made not in queries.formats_for(school)
    assert made in queries.formats_for(school, hidden=True)
    assert made in queries.formats_for(school, keep=made.pk)
