"""Personal codes of surveys. They are made anew from the invitation whenever they are shown: no table holds them."""

from django.utils.crypto import salted_hmac

# Letters that look alike in Russian and Latin, and digits nobody takes for a letter: typed on any keyboard.
ALPHABET = "ABEKMHPCTX2456789"
CYRILLIC = str.maketrans("АВЕКМНРСТХ", "ABEKMHPCTX")
LENGTH = 10
SALT = "nastavnik.monitoring.survey"


def token_for(wave_code: str, person_id: int) -> str:
    """The code of one person in one wave."""
    return _code(f"{wave_code}/{person_id}", LENGTH)


def digest_of(token: str) -> str:
    """What the database keeps of a code: without the key of the installation nothing leads back."""
    return salted_hmac(f"{SALT}.digest", normal(token), algorithm="sha256").hexdigest()


def device_digest(token: str, secret: str) -> str:
    """Finds the draft of a device. The secret lives in its cookie alone, so that the database leads to nobody."""
    return salted_hmac(f"{SALT}.device", f"{normal(token)}/{secret}", algorithm="sha256").hexdigest()


def normal(typed: str) -> str:
    """A code as it was meant: capitals, Latin, without spaces and dashes."""
    letters = typed.upper().translate(CYRILLIC)
    return "".join(letter for letter in letters if letter.isalnum())[:40]


def spaced(token: str) -> str:
    """Easy to read out: ABEK-2457-MH."""
    return "-".join(token[start : start + 4] for start in range(0, len(token), 4))


def _code(seed: str, length: int) -> str:
    number = int.from_bytes(salted_hmac(SALT, seed, algorithm="sha256").digest())
    letters = []
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
