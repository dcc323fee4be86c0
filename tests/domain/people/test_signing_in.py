"""One-time links and codes, passwords, limits on failures."""

from datetime import timedelta

import pytest

from nastavnik.core import clock
from nastavnik.core.models import AuditEntry
from nastavnik.domain.people.actions import signing_in
from nastavnik.domain.people.enums import RoleCode, TokenKind
from nastavnik.domain.people.errors import CodeDoesNotFit, NobodyToSignIn, PasswordDoesNotFit, TooManyAttempts
from nastavnik.domain.people.models import SignInAttempt, SignInToken
from nastavnik.domain.people.queries import demo_users
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import PersonFactory, RoleAssignmentFactory, UserFactory, staff

pytestmark = pytest.mark.django_db

HERE = "203.0.113.7"
NEIGHBOUR = "203.0.113.250"
ELSEWHERE = "198.51.100.1"
PASSWORD = "тихий вечер у реки"


@pytest.fixture
def coordinator(now):
    return staff(RoleCode.COORDINATOR)


@pytest.fixture
def child(coordinator):
    return PersonFactory(organisation=coordinator.person.organisation)


def fail(times, *, network=HERE, username="anna"):
    for _time in range(times):
        with pytest.raises((PasswordDoesNotFit, TooManyAttempts)):
            signing_in.check_password(username, "мимо", network=network)


def with_password(username="anna"):
    user = UserFactory(username=username)
    user.set_password(PASSWORD)
    user.save()
    return user


def test_code_signs_in_the_person_it_was_issued_for(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    assert signing_in.use_token(code, network=HERE) == child.user


def test_code_is_three_groups_of_four_signs_that_cannot_be_confused(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) - {"-"} <= set(signing_in.CODE_SIGNS)
    assert not set("ОЗЧБ01") & set(signing_in.CODE_SIGNS)


def test_code_forgives_case_spaces_hyphens_and_latin_twins(child, coordinator, monkeypatch):
    monkeypatch.setattr(signing_in, "_new_code", lambda: "КМ4Р-7ХТЕ-29АВ")
    signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    assert signing_in.use_token(" km4p 7xte—29ab ", network=HERE) == child.user


def test_code_works_once(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    signing_in.use_token(code, network=HERE)

    with pytest.raises(CodeDoesNotFit):
        signing_in.use_token(code, network=HERE)


def test_code_works_seven_days(child, coordinator, now):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    with clock.fixed(now + timedelta(days=7)), pytest.raises(CodeDoesNotFit):
        signing_in.use_token(code, network=HERE)
    with clock.fixed(now + timedelta(days=7, seconds=-1)):
        assert signing_in.use_token(code, network=HERE) == child.user


def test_new_code_withdraws_the_old_code_and_link(child, coordinator):
    old_code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    link = signing_in.issue_token(child, kind=TokenKind.LINK, by=coordinator)
    new_code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    for withdrawn in (old_code, link):
        with pytest.raises(CodeDoesNotFit):
            signing_in.use_token(withdrawn, network=HERE)
    assert signing_in.use_token(new_code, network=HERE) == child.user


def test_withdrawing_leaves_the_codes_of_others(child, coordinator):
    other = PersonFactory(organisation=child.organisation)
    others_code = signing_in.issue_token(other, kind=TokenKind.CODE, by=coordinator)
    signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)

    assert signing_in.withdraw_tokens(child, by=coordinator) == 1
    assert signing_in.use_token(others_code, network=HERE) == other.user


def test_secret_is_not_kept(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    link = signing_in.issue_token(child, kind=TokenKind.LINK, by=coordinator)

    for token in SignInToken.objects.all():
        assert len(token.digest) == 64
        assert code.replace("-", "") not in token.digest
        assert link not in token.digest


def test_issue_and_use_stand_in_the_trail(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    signing_in.use_token(code, network=HERE)

    trail = AuditEntry.objects.filter(action__startswith="sign_in").order_by("number")
    assert [(entry.action, entry.actor_id) for entry in trail] == [
        ("sign_in.issue", coordinator.pk),
        ("sign_in.use", child.user.pk),
    ]


def test_closed_account_gets_no_code_and_its_code_stops_working(child, coordinator):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    child.user.is_active = False
    child.user.save()

    with pytest.raises(CodeDoesNotFit):
        signing_in.use_token(code, network=HERE)
    with pytest.raises(NobodyToSignIn):
        signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)


def test_right_code_passes_after_a_thousand_wrong_ones_from_the_same_school(child, coordinator, now):
    code = signing_in.issue_token(child, kind=TokenKind.CODE, by=coordinator)
    where = signing_in._network(HERE)
    SignInAttempt.objects.bulk_create(SignInAttempt(network=where, at=now) for _attempt in range(1000))

    with pytest.raises(TooManyAttempts):
        signing_in.use_token("АААА-АААА-АААА", network=NEIGHBOUR)
    assert signing_in.use_token(code, network=HERE) == child.user


def test_password_signs_in_and_clears_the_failures(now):
    user = with_password()
    fail(3)

    assert signing_in.check_password(" anna ", PASSWORD, network=HERE) == user
    assert SignInAttempt.objects.count() == 0


def test_eleventh_try_is_refused_even_when_right_and_the_other_network_is_free(now):
    user = with_password()
    fail(10)

    with pytest.raises(TooManyAttempts):
        signing_in.check_password("anna", PASSWORD, network=NEIGHBOUR)
    assert signing_in.check_password("anna", PASSWORD, network=ELSEWHERE) == user


def test_a_thousand_tries_check_ten_passwords(now):
    with_password()
    fail(1000)

    assert SignInAttempt.objects.count() == 10


def test_waiting_a_quarter_of_an_hour_is_enough(now):
    user = with_password()
    fail(10)

    with clock.fixed(now + timedelta(minutes=15)):
        assert signing_in.check_password("anna", PASSWORD, network=HERE) == user


def test_colleague_behind_the_same_address_signs_in_while_one_account_is_guessed(now):
    fail(10)
    colleague = with_password("boris")

    assert signing_in.check_password("boris", PASSWORD, network=HERE) == colleague


def test_spraying_many_accounts_leaves_two_tries_for_each(now):
    where = signing_in._network(HERE)
    SignInAttempt.objects.bulk_create(
        SignInAttempt(network=where, account=f"{number:064}", at=now) for number in range(100)
    )
    user = with_password()
    fail(2)

    with pytest.raises(TooManyAttempts):
        signing_in.check_password("anna", PASSWORD, network=HERE)
    assert signing_in.check_password("anna", PASSWORD, network=ELSEWHERE) == user


def test_unknown_name_and_wrong_password_have_the_same_answer(now):
    with_password()
    answers = []
    for username in ("anna", "nobody"):
        with pytest.raises(PasswordDoesNotFit) as refusal:
            signing_in.check_password(username, "мимо", network=HERE)
        answers.append(str(refusal.value.sentence))

    assert answers[0] == answers[1]


def test_attempts_hold_no_address_and_no_name(now):
    fail(1)

    attempt = SignInAttempt.objects.get()
    assert len(attempt.network) == len(attempt.account) == 64
    assert HERE not in attempt.network
    assert "anna" not in attempt.account


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (HERE, NEIGHBOUR, True),
        (HERE, ELSEWHERE, False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", HERE, True),
        ("", "no address", True),
    ],
)
def test_network_is_a_neighbourhood(one, other, same):
    assert (signing_in._network(one) == signing_in._network(other)) is same


def test_demo_offers_each_role_once_by_whoever_holds_fewest(now):
    organisation = OrganisationFactory(is_demo=True)
    coordinator = staff(RoleCode.COORDINATOR, organisation)
    RoleAssignmentFactory(user=coordinator, organisation=organisation, role=RoleCode.MENTOR)
    mentor = staff(RoleCode.MENTOR, organisation)
    staff(RoleCode.HEAD)

    assert [(choice.role, choice.user, choice.person) for choice in demo_users()] == [
        (RoleCode.COORDINATOR, coordinator, coordinator.person),
        (RoleCode.MENTOR, mentor, mentor.person),
    ]
