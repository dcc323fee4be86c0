"""Signing in: one-time links and codes, and passwords with a limit on failures.

A code is twelve signs of 29, about 58 bits, lives seven days and is used once; a link holds 256 bits. Only keyed
digests are kept. Guessing a code is hopeless by its length alone, so a right code is always let in: a class of thirty
that mistypes behind one address never locks its school out. The limit only answers whoever goes on guessing.

Passwords are limited by failures (nothing else is counted, nobody is locked for ever): within `WINDOW` an account may
be tried `TRIES` times from one network (IPv4 /24, IPv6 /64); where the network or the account is under attack, `FEW`
times. So a right password at the first try passes from everywhere, also while somebody else is guessing.
"""

import ipaddress
import secrets
from datetime import timedelta
from typing import Any

from django.contrib.auth import authenticate
from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from nastavnik.core import audit, clock
from nastavnik.domain.people.actions.users import ensure_user
from nastavnik.domain.people.enums import TokenKind
from nastavnik.domain.people.errors import CodeDoesNotFit, NobodyToSignIn, PasswordDoesNotFit, TooManyAttempts
from nastavnik.domain.people.models import Person, SignInAttempt, SignInToken, User
from nastavnik.domain.people.normal import tidy

LIFETIME = timedelta(days=7)
WINDOW = timedelta(minutes=15)
TRIES = 10
FEW = 2
ATTACK = 100
CODE_LENGTH = 12
# Cyrillic letters without twins among the digits; those with a Latin twin may be typed in either alphabet.
CODE_SIGNS = "АВГДЕЖКЛМНПРСТУФХШЭЮЯ23456789"
TYPED_AS = str.maketrans("ABEKMHPCTYXЁЗЧБ", "АВЕКМНРСТУХЕ346")


@transaction.atomic
def issue_token(person: Person, *, kind: str, by: Any) -> str:
    """The plain secret of a new link or code, shown once; whatever was issued before stops working."""
    user = ensure_user(person)
    if not user.is_active:
        raise NobodyToSignIn
    withdraw_tokens(person, by=by)
    secret = _new_code() if kind == TokenKind.CODE else secrets.token_urlsafe(32)
    token = SignInToken.objects.create(
        organisation_id=person.organisation_id,
        user=user,
        kind=kind,
        digest=_digest(secret),
        issued_by=by,
        issued_at=clock.now(),
        expires_at=clock.now() + LIFETIME,
    )
    audit.record("sign_in.issue", token, by=by, fields=["kind"])
    return secret


@transaction.atomic
def withdraw_tokens(person: Person, *, by: Any) -> int:
    """Links and codes of the person that were not used yet stop working; returns how many."""
    open_tokens = SignInToken.objects.filter(user=person.user_id, used_at=None, withdrawn_at=None)
    number = open_tokens.update(withdrawn_at=clock.now()) if person.user_id else 0
    if number:
        audit.record("sign_in.withdraw", person, by=by)
    return number


def use_token(secret: str, *, network: str) -> User:
    """The user of a link or code, which is used up by it; every failure has the same answer and is counted."""
    user = _use(secret)
    if user is not None:
        return user
    where = _network(network)
    refused = _failures(network=where).count() >= ATTACK
    _note_failure(where)
    raise TooManyAttempts if refused else CodeDoesNotFit


def check_password(username: str, password: str, *, network: str) -> User:
    """The user of a name and password. Unknown names cost the same time and have the same answer."""
    where, account = _network(network), _keyed("account", tidy(username).casefold())
    if _failures(network=where, account=account).count() >= _tries(where, account):
        raise TooManyAttempts
    user = authenticate(None, username=username.strip(), password=password)
    if user is None:
        _note_failure(where, account)
        raise PasswordDoesNotFit
    SignInAttempt.objects.filter(network=where, account=account).delete()
    return user


@transaction.atomic
def _use(secret: str) -> User | None:
    now = clock.now()
    usable = SignInToken.objects.filter(
        digest=_digest(secret), used_at=None, withdrawn_at=None, expires_at__gt=now, user__is_active=True
    )
    token = usable.select_related("user").first()
    # The update decides: of two who come at once with the same secret, one gets in.
    if token is None or not usable.filter(pk=token.pk).update(used_at=now):
        return None
    audit.record("sign_in.use", token, by=token.user)
    return token.user


def _tries(network: str, account: str) -> int:
    under_attack = (
        _failures(network=network).count() >= ATTACK
        or _failures(account=account, within=timedelta(days=1)).count() >= ATTACK
    )
    return FEW if under_attack else TRIES


def _failures(*, within: timedelta = WINDOW, **by: str) -> QuerySet[SignInAttempt]:
    return SignInAttempt.objects.filter(at__gt=clock.now() - within, **by)


def _note_failure(network: str, account: str = "") -> None:
    SignInAttempt.objects.filter(at__lt=clock.now() - timedelta(days=2)).delete()
    SignInAttempt.objects.create(network=network, account=account, at=clock.now())


def _new_code() -> str:
    signs = "".join(secrets.choice(CODE_SIGNS) for _sign in range(CODE_LENGTH))
    return "-".join(signs[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def _digest(secret: str) -> str:
    """Codes are compared as typed on any keyboard; links as they are."""
    letters = "".join(sign for sign in secret.upper() if sign.isalnum()).translate(TYPED_AS)
    is_code = len(letters) == CODE_LENGTH and all(sign in CODE_SIGNS for sign in letters)
    return _keyed("token", letters if is_code else secret.strip())


def _network(address: str) -> str:
    """The digest of the neighbourhood of an address; the address itself is kept nowhere."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return _keyed("network", "")
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    size = 24 if ip.version == 4 else 64
    return _keyed("network", str(ipaddress.ip_network(f"{ip}/{size}", strict=False)))


def _keyed(purpose: str, text: str) -> str:
    return salted_hmac(f"nastavnik.sign-in.{purpose}", text, algorithm="sha256").hexdigest()
