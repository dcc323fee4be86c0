"""The public page and its copy for another site: what they tell, and that they name nobody who did not agree."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.achievements import actions as achievements
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.documents.models import Document
from nastavnik.domain.events.models import Event
from nastavnik.domain.intake.models import Intake
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.models import SiteExport
from tests import factories as make
from tests.factories.consents import ConsentFactory, ConsentSignatureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = date(2026, 11, 23)
CANARIES = ("Канарейкин", "Зяблик", "Щегол", "Чижов", "canary@school.example", "+79000000001", "7К")
VOID = {"meta", "br", "path", "link", "input", "img"}


@pytest.fixture
def module():
    organisation = make.OrganisationFactory(time_zone="Asia/Kamchatka")
    programme = make.ProgrammeFactory(title="Старшие помогают", goal="Никто не один", organisation=organisation)
    return make.ModuleFactory(programme=programme, organisation=organisation, title="Пары")


@pytest.fixture
def page(module):
    return actions.open_page(module.programme, by=None)


@pytest.fixture
def coordinator(client, module):
    user = make.staff(RoleCode.COORDINATOR, module.organisation)
    client.force_login(user)
    return user


def news(module, title, *, text="Слова", published=True, told_on=TODAY):
    item = actions.write_news(module.programme, title=title, text=text, told_on=told_on, by=None)
    if published:
        actions.publish_news(item, by=None)
    return item


def mentor(module, surname, *parties, given_name="Полина", card=True, **person):
    someone = make.PersonFactory(
        organisation=module.organisation, surname=surname, given_name=given_name, phone="+79000000001",
        email="canary@school.example", **person,
    )  # fmt: skip
    taking = make.ParticipationFactory(mentor=True, module=module, organisation=module.organisation, person=someone)
    if "birth_date" in person:
        make.signed_consent(someone)
    given = ConsentFactory(person=someone, kind=ConsentKind.PUBLICATION)
    for party in parties:
        ConsentSignatureFactory(consent=given, party=party)
    if card:
        actions.publish_card(taking, by=None)
    return taking


def event(module, kind, **values):
    make_at = values.pop("starts_at", datetime(2026, 12, 4, 3, 20, tzinfo=UTC))
    return Event.objects.create(
        organisation=module.organisation, module=module, kind=kind, title="Защита: Канарейкин и Зяблик",
        note="придёт Чижов", place="у Щегол", code=f"КОД-{Event.objects.count()}", starts_at=make_at, **values,
    )  # fmt: skip


def paper(module, kind, state, number):
    return Document.objects.create(
        organisation=module.organisation, programme=module.programme, kind=kind, title="Приказ о Канарейкине",
        number=number, normal_number=number, dated_on=date(2026, 9, 1), year=2026, state=state,
    )  # fmt: skip


def everything(module):
    """All that the page can tell, with names wherever staff may have written one."""
    news(module, "Начали", text="Пары познакомились <b>сами</b>")
    news(module, "Черновик Зяблик", published=False)
    event(module, "other")
    event(module, "other", state="called_off")
    event(module, "motivational", starts_at=datetime(2026, 11, 1, tzinfo=UTC))
    paper(module, "introduction_order", "issued", "14-ОД")
    paper(module, "regulation", "draft", "15")
    paper(module, "appointment_order", "issued", "16")
    Intake.objects.create(
        organisation=module.organisation, module=module, starts_on=TODAY, token="intake-token", code="КЛЁН-1",
        greeting="Зяблик ждёт", contact="Чижов",
    )  # fmt: skip
    mentor(module, "Ветров", SigningParty.ADULT, given_name="Пётр", adult=True)
    mentor(module, "Пеночкина", SigningParty.GUARDIAN, birth_date=date(2014, 5, 1))
    mentor(module, "Канарейкин", card=False, given_name="Зяблик", adult=True)


class Tags(HTMLParser):
    """Tags with attributes; whatever is opened is closed in order."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode()))


def told(answer):
    """The page without its frame."""
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def test_the_page_tells_everything_that_is_so_today_and_no_name_without_consent(client, module, page):
    everything(module)

    answer = client.get(f"/p/{page.token}/")

    said = words(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert [one for one in (
        "Никто не один", "Начали", "Общая встреча: 4 декабря, 15:20", "Приказ о введении программы № 14-ОД",
        "Ветров Пётр", "Полина П.", "КЛЁН-1", "&lt;b&gt;сами",
    ) if one not in said] == []  # fmt: skip
    assert said.count("Общая встреча") == 1
    assert ("С 1 сентября 2026 года до 31 мая 2027 года." in said, "Начинаем" in said) == (True, False)
    assert [one for one in (*CANARIES, "Пеночкин", "Черновик", "№ 15", "№ 16") if one in said] == []
    assert "/a/intake-token/" in told(answer)


def test_the_copy_for_a_site_says_the_same_and_asks_nobody_for_anything(client, module, page, coordinator):
    everything(module)

    answer = client.post(f"/programmes/{module.programme_id}/site/file/", headers={"host": "testserver"})

    text = answer.content.decode()
    found = Tags(text)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert text.startswith("<!doctype html>")
    assert found.open == []
    assert {"script", "link", "form", "img", "iframe"}.isdisjoint(tag for tag, _ in found.tags)
    addresses = [value for _, attrs in found.tags for name, value in attrs.items() if name in ("href", "src")]
    assert addresses == ["http://testserver/a/intake-token/"]
    assert re.findall(r"url\(|@import|https?://(?!testserver/|www\.w3\.org/2000/svg)", text) == []
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["aria-labelledby"] for _, attrs in found.tags if "aria-labelledby" in attrs} <= set(ids)
    assert "Сведения на 23.11.2026" in text
    assert "Ветров Пётр" in text
    assert [one for one in (*CANARIES, "Пеночкин", "Черновик") if one in text] == []


def test_what_may_be_named_no_more_is_asked_back_and_the_page_itself_is_right_at_once(
    client, module, page, coordinator
):
    taking = mentor(module, "Ветров", SigningParty.ADULT, given_name="Пётр", adult=True)
    where = f"/programmes/{module.programme_id}/site/"
    client.post(f"{where}file/")
    assert "Замените" not in words(client.get("/")) + words(client.get(where))

    withdraw_consent(taking.person.consents.get(kind=ConsentKind.PUBLICATION), on=TODAY, by=None)

    assert "Ветров" not in told(client.get(f"/p/{page.token}/"))
    assert "Замените страницу на сайте: Старшие помогают" in words(client.get("/"))
    assert "Замените файл на сайте" in words(client.get(where))
    assert "Ветров" not in client.post(f"{where}file/").content.decode()
    assert "Замените" not in words(client.get("/")) + words(client.get(where))


def test_an_export_that_was_taken_down_is_no_more_on_the_mind(client, module, page, coordinator):
    where = f"/programmes/{module.programme_id}/site/"
    before = client.get(where)
    assert "Файл ещё не делали" in words(before)
    assert 'href="/programmes/" aria-current="true"' in before.content.decode()
    client.post(f"{where}file/")
    assert "На сайте должен стоять файл от 23 ноября" in words(client.get(where))

    answer = client.post(f"/programmes/site/{SiteExport.objects.get().pk}/taken-down/", follow=True)

    assert "С сайта страницу убрали" in words(answer)


def test_without_an_open_page_there_is_no_file_and_the_page_says_what_to_do(client, module, coordinator):
    where = f"/programmes/{module.programme_id}/site/"

    answer = client.post(f"{where}file/", follow=True)

    assert "Сначала откройте страницу программы" in words(answer)
    assert not SiteExport.objects.exists()


def test_an_address_that_only_this_computer_knows_does_not_go_to_a_site(client, module, page, coordinator, settings):
    settings.ALLOWED_HOSTS = ["*"]
    everything(module)
    where = f"/programmes/{module.programme_id}/site/"

    assert "Ссылки на заявку в файле не будет" in words(client.get(where, headers={"host": "localhost"}))
    text = client.post(f"{where}file/", headers={"host": "localhost"}).content.decode()

    assert ("href" in text, "localhost" in text) == (False, False)


def test_queries_do_not_grow_with_what_is_told(client, module, page):
    def seen(number):
        news(module, f"Новость {number}")
        event(module, "other")
        mentor(module, f"Ветров{number}", SigningParty.ADULT, adult=True)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/p/{page.token}/")
        return len(asked)

    seen(1)
    assert seen(2) == seen(3)


def test_who_took_part_is_thanked_by_name_while_the_consent_holds_and_the_copy_remembers_them(
    client, module, page, coordinator
):
    pair = make.active_pair(module)
    Mentorship.objects.filter(pk=pair.pk).update(state="completed", ended_on=TODAY, end_reason="plan_done")
    member = pair.members.select_related("mentorship", "person").get(role="mentor")
    given = ConsentFactory(person=member.person, kind=ConsentKind.PUBLICATION)
    ConsentSignatureFactory(consent=given, party=SigningParty.ADULT)
    achievements.show_alumnus(achievements.remember(member, words="", by=member.person.user), by=coordinator)
    where = f"/programmes/{module.programme_id}/site/"

    for answer in (client.get(f"/p/{page.token}/"), client.post(f"{where}file/")):
        assert "Кто прошёл программу" in answer.content.decode()
        assert member.person.full_name in answer.content.decode()
    withdraw_consent(given, on=TODAY, by=None)

    assert "Кто прошёл программу" not in client.get(f"/p/{page.token}/").content.decode()
    assert "Замените файл на сайте" in words(client.get(where))


def test_the_copy_remembers_whom_words_of_thanks_name(client, module, page, coordinator):
    pair = make.active_pair(module)
    Mentorship.objects.filter(pk=pair.pk).update(state="completed", ended_on=TODAY, end_reason="plan_done")
    child, thanked = (
        pair.members.select_related("mentorship", "person").get(role=role) for role in ("mentee", "mentor")
    )
    consents = {}
    for one in (child, thanked):
        consents[one] = ConsentFactory(person=one.person, kind=ConsentKind.PUBLICATION)
        for party in (SigningParty.ADULT, SigningParty.GUARDIAN):
            ConsentSignatureFactory(consent=consents[one], party=party)
    thanks = f"Спасибо, {thanked.person.given_name} {thanked.person.patronymic}!"
    achievements.show_alumnus(achievements.remember(child, words=thanks, by=child.person.user), by=coordinator)
    where = f"/programmes/{module.programme_id}/site/"
    assert thanks in client.post(f"{where}file/").content.decode()

    withdraw_consent(consents[thanked], on=TODAY, by=None)

    assert "Замените файл на сайте" in words(client.get(where))
