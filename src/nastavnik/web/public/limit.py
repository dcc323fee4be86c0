"""A limit for whoever goes on guessing codes. Nothing is kept of who checked what: counts live in memory, by a keyed
digest of the neighbourhood, and are gone after a quarter of an hour."""

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

WINDOW_SECONDS = 15 * 60
WRONG_CODES = 30


def too_many(address: str) -> bool:
    """Were too many wrong codes tried from this neighbourhood? A right code is answered all the same."""
    return cache.get(_key(address), 0) >= WRONG_CODES


def note_wrong(address: str) -> None:
    """One more wrong code."""
    key = _key(address)
    if not cache.add(key, 1, WINDOW_SECONDS):
        cache.incr(key)


def _key(address: str) -> str:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        network = ""
    else:
        network = str(ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 64}", strict=False))
    return "check:" + salted_hmac("nastavnik.public.check", network, algorithm="sha256").hexdigest()
