"""Secrets of a request: the link, of which only a keyed digest is kept, and the short code on its paper."""

import secrets

from django.utils.crypto import salted_hmac

from nastavnik.domain.people.actions.signing_in import CODE_SIGNS, TYPED_AS

CODE_LENGTH = 8  # 29 signs: 39 bits tell one paper from another; who types one is signed in and sees the child anyway
LINK_BYTES = 24


def new_link() -> tuple[str, str]:
    """The secret of a link and the digest that is kept of it."""
    secret = secrets.token_urlsafe(LINK_BYTES)
    return secret, digest(secret)


def digest(secret: str) -> str:
    """What the table knows of a link."""
    return salted_hmac("nastavnik.consents.link", secret, algorithm="sha256").hexdigest()


def new_code() -> str:
    """«7КМ4-Х2РЕ»."""
    signs = "".join(secrets.choice(CODE_SIGNS) for _sign in range(CODE_LENGTH))
    return f"{signs[:4]}-{signs[4:]}"


def typed_code(text: str) -> str:
    """The code as it is printed, whatever the case, spaces, dashes and Latin look-alikes; "" where it cannot be one."""
    signs = "".join(sign for sign in text.upper() if sign.isalnum()).translate(TYPED_AS)
    fits = len(signs) == CODE_LENGTH and all(sign in CODE_SIGNS for sign in signs)
    return f"{signs[:4]}-{signs[4:]}" if fits else ""
