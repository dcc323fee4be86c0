"""Private addresses of calendars, made anew from the row whenever they are shown: no table holds them."""

import base64

from django.utils.crypto import salted_hmac

SALT = "nastavnik.scheduling.feed"


def token_for(person_id: int, nonce: str) -> str:
    """160 bits that nobody guesses; without the key of the installation nobody makes them out of a backup either."""
    return (
        base64.b32encode(salted_hmac(SALT, f"{person_id}/{nonce}", algorithm="sha256").digest()[:20]).decode().lower()
    )


def digest_of(token: str) -> str:
    """What the database keeps of an address."""
    return salted_hmac(f"{SALT}.digest", token[:64].lower(), algorithm="sha256").hexdigest()
