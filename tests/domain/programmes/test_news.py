"""News: a draft nobody reads, names that everybody would, and what a day to come keeps back."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.errors import NamesInNews, NewsIsGone
from tests import factories as make
from tests.factories.consents import ConsentFactory, ConsentSignatureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = date(2026, 11, 23)


@pytest.fixture
def programme():
    return make.ProgrammeFactory()


def written(programme, text="Пары познакомились.", *, title="Начали", told_on=TODAY):
    return actions.write_news(programme, title=title, text=text, told_on=told_on, by=None)


def child(programme, surname="Ветрова", given_name="Полина", **values):
    return make.PersonFactory(
        organisation=programme.organisation, surname=surname, given_name=given_name, birth_date=date(2012, 5, 1),
        gender="female", **values,
    )  # fmt: skip


def agreed(person, party):
    ConsentSignatureFactory(consent=ConsentFactory(person=person, kind=ConsentKind.PUBLICATION), party=party)


def shown(programme):
    return [item.title for item in queries.published_news(programme)]


def test_what_is_published_and_whose_day_has_come_is_read_the_newest_first(programme):
    for title, day in (("Старая", date(2026, 9, 1)), ("Новая", TODAY), ("Завтра", date(2026, 11, 24))):
        actions.publish_news(written(programme, title=title, told_on=day), by=None)
    written(programme, title="Черновик")

    assert shown(programme) == ["Новая", "Старая"]


def test_what_is_hidden_is_read_by_nobody_and_can_come_back_until_it_is_taken_away(programme):
    item = written(programme)
    actions.publish_news(item, by=None)
    with pytest.raises(ForbiddenTransition):
        actions.discard_news(item, by=None)

    actions.hide_news(item, by=None)
    assert shown(programme) == []
    actions.publish_news(item, by=None)
    assert shown(programme) == ["Начали"]
    actions.hide_news(item, by=None)
    actions.discard_news(item, by=None)

    with pytest.raises(NewsIsGone):
        actions.edit_news(item, title="Иначе", text="Иначе", told_on=TODAY, version=item.version, by=None)
    user = make.staff(RoleCode.COORDINATOR, programme.organisation)
    assert list(queries.news_visible_to(user)) == []


def test_a_child_is_not_named_by_surname_in_whatever_case_even_with_the_consent(programme):
    person = child(programme)
    make.signed_consent(person)
    agreed(person, SigningParty.GUARDIAN)

    for text in ("Олимпиаду выиграла Полина Ветрова.", "Поздравляем Полину ВЕТРОВУ!", "Вместе с Ветровой"):
        with pytest.raises(NamesInNews) as refused:
            actions.publish_news(written(programme, text), by=None)
        assert str(refused.value.params["names"]) == "Ветрова"
    actions.publish_news(written(programme, "Полина В. на станции, Ветровский проспект"), by=None)


def test_a_grown_up_is_named_with_the_consent_to_publication_alone(programme):
    teacher = make.PersonFactory(
        organisation=programme.organisation, surname="Соловьёв", given_name="Пётр", gender="male", adult=True
    )
    item = written(programme, "Занятие вёл Пётр Соловьев.")
    with pytest.raises(NamesInNews):
        actions.publish_news(item, by=None)

    agreed(teacher, SigningParty.ADULT)
    actions.publish_news(item, by=None)

    assert shown(programme) == ["Начали"]


def test_with_the_consent_goes_the_news_until_somebody_has_looked_at_it_again(programme, client):
    teacher = make.PersonFactory(
        organisation=programme.organisation, surname="Соловьёв", given_name="Пётр", gender="male", adult=True
    )
    agreed(teacher, SigningParty.ADULT)
    named, other = written(programme, "Занятие вёл Пётр Соловьёв."), written(programme, title="Прочее")
    for item in (named, other):
        actions.publish_news(item, by=None)
    assert shown(programme) == ["Прочее", "Начали"]

    with clock.fixed(datetime(2026, 11, 25, 9, tzinfo=UTC)):
        withdraw_consent(teacher.consents.get(), on=date(2026, 11, 25), by=None)
        assert shown(programme) == ["Прочее"]
        client.force_login(make.staff(RoleCode.COORDINATOR, programme.organisation))
        for address in (("programmes:news", programme.pk), ("programmes:news_item", named.pk)):
            page = client.get(reverse(address[0], args=[address[1]])).content.decode()
            assert "согласия" in page
            assert "больше нет" in page
    with clock.fixed(datetime(2026, 11, 26, 9, tzinfo=UTC)):
        actions.hide_news(named, by=None)
        actions.publish_news(named, by=None, names_are_checked=True)
        assert shown(programme) == ["Прочее", "Начали"]


def test_who_looked_at_the_names_decides_and_a_published_text_is_looked_at_again(programme):
    child(programme)
    item = written(programme, "Приехал писатель Ветров")
    values = {"title": "Гость", "told_on": TODAY, "by": None}
    actions.publish_news(item, by=None, names_are_checked=True)

    with pytest.raises(NamesInNews):
        actions.edit_news(item, text="У Ветровой день рождения", version=item.version, **values)
    actions.edit_news(item, text="Приехал гость", version=item.version, **values)
    with pytest.raises(ChangedMeanwhile):
        actions.edit_news(item, text="Другое", version=item.version - 1, **values)
    assert [one.text for one in queries.published_news(programme)] == ["Приехал гость"]


def test_names_of_another_institution_are_not_looked_at_and_not_told(programme):
    child(make.ProgrammeFactory())

    actions.publish_news(written(programme, "Полина Ветрова"), by=None)

    assert shown(programme) == ["Начали"]
