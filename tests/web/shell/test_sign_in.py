"""Signing in through the pages."""

import pytest
from django.contrib.sessions.models import Session

from nastavnik.domain.people.actions import signing_in
from nastavnik.domain.people.enums import RoleCode, TokenKind
from nastavnik.domain.people.models import SignInAttempt, SignInToken
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import PersonFactory, RoleAssignmentFactory, staff

pytestmark = pytest.mark.django_db

PASSWORD = "тихий вечер у реки"
FAILURE = "Имя или пароль не подошли"


@pytest.fixture
def coordinator(now):
    user = staff(RoleCode.COORDINATOR)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def child(coordinator):
    return PersonFactory(organisation=coordinator.person.organisation)


def signed_in(client):
    return client.session.get("_auth_user_id")


def test_password_signs_in_and_goes_where_one_wanted_to_go(client, coordinator):
    page = client.get("/sign-in/?next=/help/")
    answer = client.post("/sign-in/", {"username": coordinator.username, "password": PASSWORD, "next": "/help/"})

    assert 'name="next" value="/help/"' in page.content.decode()
    assert (answer.status_code, answer["Location"]) == (303, "/help/")
    assert signed_in(client) == str(coordinator.pk)


@pytest.mark.parametrize(
    "elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)", "\\\\example.com"]
)
def test_only_pages_of_ours_are_gone_to(client, coordinator, elsewhere):
    answer = client.post("/sign-in/", {"username": coordinator.username, "password": PASSWORD, "next": elsewhere})

    assert answer["Location"] == "/"


def test_wrong_password_and_unknown_name_look_the_same(client, coordinator):
    pages = []
    for username in (coordinator.username, "nobody"):
        answer = client.post("/sign-in/", {"username": username, "password": "мимо", "next": "/"})
        assert answer.status_code == 422
        pages.append(answer.content.decode().replace(username, "NAME"))

    assert FAILURE in pages[0]
    assert _without_token(pages[0]) == _without_token(pages[1])
    assert signed_in(client) is None


def test_session_key_changes_on_signing_in_and_the_old_one_is_dead(client, coordinator):
    client.session["visited"] = True
    session = client.session
    session["visited"] = True
    session.save()
    before = client.session.session_key

    client.post("/sign-in/", {"username": coordinator.username, "password": PASSWORD})

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_failed_attempt_stays_counted_whatever_submission_key_is_sent(client, coordinator):
    for key in ("one", "two"):
        client.post("/sign-in/", {"username": "nobody", "password": "мимо", "submission_key": key})

    assert SignInAttempt.objects.count() == 2


def test_eleventh_try_says_to_wait(client, coordinator):
    for _try in range(10):
        client.post("/sign-in/", {"username": coordinator.username, "password": "мимо"})
    answer = client.post("/sign-in/", {"username": coordinator.username, "password": PASSWORD})

    assert answer.status_code == 422
    assert "Подождите 15 минут" in answer.content.decode()
    assert signed_in(client) is None


def test_code_of_a_card_signs_in_until_the_browser_is_closed(client, child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    answer = client.post("/sign-in/code/", {"code": code.lower()})

    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert signed_in(client) == str(child.user.pk)
    assert client.session.get_expire_at_browser_close()


def test_stay_keeps_the_telephone_signed_in_for_sixty_days(client, child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    client.post("/sign-in/code/", {"code": code, "stay": "on"})

    assert client.session.get_expiry_age() == 60 * 24 * 3600


def test_wrong_used_and_withdrawn_codes_look_the_same(client, child, coordinator):
    used = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    signing_in.use_token(used, network="")
    withdrawn = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    signing_in.withdraw_tokens(child, by=coordinator)
    pages = []
    for code in (used, withdrawn, "АААА-АААА-АААА"):
        answer = client.post("/sign-in/code/", {"code": code})
        assert answer.status_code == 422
        pages.append(_without_token(answer.content.decode().replace(code, "CODE")))

    assert pages[0] == pages[1] == pages[2]
    assert "Код не подошёл" in pages[0]
    assert signed_in(client) is None


def test_opening_a_link_uses_nothing_up(client, child, coordinator):
    link = signing_in.issue_token(child, kind=TokenKind.LINK, by=coordinator)

    page = client.get(f"/sign-in/link/{link}/")
    client.head(f"/sign-in/link/{link}/")

    assert page.status_code == 200
    assert "<button" in page.content.decode()
    assert SignInToken.objects.get().used_at is None
    assert signed_in(client) is None


def test_pressing_the_button_of_a_link_signs_in_once(client, child, coordinator):
    link = signing_in.issue_token(child, kind=TokenKind.LINK, by=coordinator)

    first = client.post(f"/sign-in/link/{link}/")
    entered = signed_in(client)
    client.post("/sign-out/")
    second = client.post(f"/sign-in/link/{link}/")

    assert (first.status_code, entered) == (303, str(child.user.pk))
    assert second.status_code == 422
    assert signed_in(client) is None


def test_signing_out_needs_a_post_and_ends_the_session(client, coordinator):
    client.force_login(coordinator)

    assert client.get("/sign-out/").status_code == 405
    assert signed_in(client) == str(coordinator.pk)
    answer = client.post("/sign-out/")
    assert (answer.status_code, answer["Location"]) == (303, "/sign-in/")
    assert signed_in(client) is None


def test_demo_offers_a_button_for_each_role_and_lets_in(client, settings, now):
    settings.DEMO = True
    organisation = OrganisationFactory(is_demo=True)
    head = staff(RoleCode.HEAD, organisation, surname="Верхнекамская")

    page = client.get("/sign-in/").content.decode()
    answer = client.post("/sign-in/demo/", {"user": head.pk})

    assert page.count('class="role-button"') == 1
    assert "Верхнекамская" in page
    assert answer.status_code == 303
    assert signed_in(client) == str(head.pk)


def test_demo_lets_nobody_into_a_real_organisation(client, settings, coordinator):
    settings.DEMO = True

    assert "role-button" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demo/", {"user": coordinator.pk}).status_code == 404
    assert signed_in(client) is None


def test_without_demo_mode_even_a_demo_user_is_not_let_in(client, settings, now):
    settings.DEMO = False
    head = staff(RoleCode.HEAD, OrganisationFactory(is_demo=True))

    assert "role-button" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demo/", {"user": head.pk}).status_code == 404
    assert signed_in(client) is None


def test_who_works_in_two_organisations_chooses_but_only_of_their_own(client, coordinator):
    second = OrganisationFactory(short_title="Кванториум")
    RoleAssignmentFactory(user=coordinator, organisation=second, role=RoleCode.TEACHER)
    stranger = OrganisationFactory()
    client.force_login(coordinator)

    assert "Перейти: Кванториум" in client.get("/help/").content.decode()
    assert client.post("/my-organisation/", {"organisation": second.pk}).status_code == 303
    assert client.session["organisation_id"] == second.pk
    assert client.post("/my-organisation/", {"organisation": stranger.pk}).status_code == 404
    assert client.session["organisation_id"] == second.pk


def test_proxy_is_believed_only_where_there_is_one(rf, settings):
    from nastavnik.web.shell.sign_in import address

    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.1")

    settings.HTTPS = False
    assert address(request) == "127.0.0.1"
    settings.HTTPS = True
    assert address(request) == "198.51.100.1"


def _without_token(page):
    start = page.index("csrfmiddlewaretoken")
    return page[:start] + page[page.index(">", start) :]
