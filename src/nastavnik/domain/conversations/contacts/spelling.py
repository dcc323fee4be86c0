"""One spelling for many: signs that look alike, letters drawn apart, digits in disguise."""

import re
import unicodedata

# Latin letters that are drawn like Russian ones.
LATIN = str.maketrans("aeopcxykmthb", "аеорсхукмтнв")
BALL = "\N{BILLIARDS}"
UNSEEN = {"Cf", "Mn", "Me"}
APART = re.compile(r"(?<!\w)(?:[^\W\d_][ ._*\-]{1,2}){2,}[^\W\d_](?!\w)")
STARRED = re.compile(r"(?<=[^\W\d_])[*_](?=[^\W\d_])")


def plain(text: str) -> str:
    """Lower case, ё as е, no unseen signs, every digit an ordinary one, letters drawn apart put together."""
    text = unicodedata.normalize("NFKC", text.replace(BALL, "8"))
    # NFKC takes an accent into its letter; what is left over is drawn upon digits.
    text = "".join(_digit(sign) for sign in text if unicodedata.category(sign) not in UNSEEN)
    text = text.lower().replace("ё", "е")
    return APART.sub(_together, text)


def _together(found: "re.Match[str]") -> str:
    """«в т е л е г у» is «в телегу»: a first letter that is a word of its own stays one."""
    letters = re.findall(r"[^\W\d_]", found[0])
    head = f"{letters.pop(0)} " if letters[0] in "авикосуя" and len(letters) > 3 else ""
    return head + "".join(letters)


def russian(text: str) -> str:
    """Words that mix alphabets, and Latin words that read as Russian ones, in Russian letters; others as they are."""
    return re.sub(r"[^\W_]+(?:[*_][^\W_]+)*", _word, text)


def _word(found: "re.Match[str]") -> str:
    word = STARRED.sub("", found[0])
    has_russian, has_latin = re.search("[а-я]", word), re.search("[a-z]", word)
    if has_russian and (has_latin or re.search(r"(?<=[а-я])[0346](?=[а-я])", word)):
        return word.translate(LATIN).translate(str.maketrans("0346", "оечб"))
    return word


SOUNDS = str.maketrans("оэеяыюбвгджзщц", "аииииупфктшсшс", "ьъй")


def sound(words: str) -> str:
    """Russian letters as they are heard: «тилеграм» and «телеграм» are one, «чатыри» and «четыре» are."""
    heard = words.translate(SOUNDS).replace("тс", "с")
    return re.sub(r"(.)\1+", r"\1", heard)


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)
