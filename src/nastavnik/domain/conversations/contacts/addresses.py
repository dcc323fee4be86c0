"""Links, mail addresses and nicks, also where dots and signs are spelt."""

import re

from nastavnik.domain.conversations.contacts.spelling import russian

ZONES = (
    "ru", "ру", "com", "ком", "рф", "su", "me", "ме", "gg", "гг", "net", "org", "io", "by", "kz", "ua", "info", "link",
    "click", "be", "tv", "gle", "ly", "online", "site", "app", "chat", "pro", "xyz", "dev", "club", "live", "to", "im",
    "рус", "дети", "москва", "edu", "biz", "co", "us", "eu", "uk",
)  # fmt: skip
ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
# As people write them, for finding and for approving.
WRITTEN = re.compile(
    r"(?:[a-z][a-z0-9+.\-]*://\S+|(?<![\w@.])(?:www\.)?(?:[\w\-]+\.)+(?:" + ZONE + r")(?![\w])(?:[/?#:]\S*)?)",
    re.IGNORECASE,
)
AFTER = ".,;:!?)»\"'"
DOT = re.compile(r"\s*[(\[{<]?\s*(?<![^\W\d_])(?:точка|тчк|dot)(?![^\W\d_])\s*[)\]}>]?\s*")
SLASH = re.compile(r"\s*(?<![^\W\d_])(?:слэш|слеш|slash)(?![^\W\d_])\s*")
SPREAD = re.compile(r"(?<=[\w:/.])\s*([:/]+)\s*(?=[\w:/])")
SPREAD_DOT = re.compile(r"(?<=\w)\s*[\[({]\.[\])}]\s*(?=\w)|(?<=\w)\s\.\s?(?=\w)|(?<=\w)\s?\.\s(?=(?:" + ZONE + r")\b)")
SHOP = re.compile(r"(?<![\w])(?:vk|вк|t|т|ok|wa)[.,]?(?:com|ком|me|ме|ru|ру)(?:[/,\s]|$)(?=\S)")
BARE = re.compile(r"(?<![\w])(?:hxxps?|https?|tg):/")
SERVICES_LATIN = re.compile(r"(?<![\w])(?:vk|t|wa|ok|discord|дискорд|вк|т)[.,](?:com|me|gg|ru|ком|ме|гг)")

DOG = (
    r"(?:@|[(\[{<]\s*(?:at|a|а|собака|собачка)\s*[)\]}>]|"
    r"(?<![^\W\d_])(?:собака|собачка|собак|собачк[аиу]|гав|at|эт)(?![^\W\d_])|собака(?=[a-z]))"
)
POST = (
    r"(?:e?mail|емейл|имейл|мейл|мэйл|маил|майл|gmail|жмейл|джимейл|yandex|яндекс\w*|ya|bk|list|inbox|rambler|"
    r"рамблер|icloud|outlook|hotmail|бк|лист|инбокс)"
)
MAIL_PLAIN = re.compile(r"(?<![\w.+\-])[\w.+\-]+\s?@\s?[\w\-]+\s?\.\s?\w{2,}")
MAIL_SPOKEN = re.compile(DOG + r"\s*" + POST + r"(?![^\W\d_])")
MAIL_AT_ZONE = re.compile(r"(?<![a-z0-9_.])[a-z0-9_.]{3,}\s*" + DOG + r"\s*[a-z\-]+\s*(?:\.|точка|dot)\s*\w{2,}")
BOX = r"(?:почт[ауеы]|почтов\w+|e-?mail|имейл|емейл|мыл[оа]|ящик)"
MAIL_OFFERED = re.compile(
    rf"(?:\bдай|скинь|оставь|напиши|пиши|кинь|отправь|пришли|скину|отправлю|тво[яйюе]|сво[яюей]+|мо[яюй]|мне|личн\w+)"
    rf"[^.!?]{{0,24}}\b{BOX}\b|\b{BOX}\b[^.!?]{{0,24}}(?:{POST}|[a-z0-9]+[_.][a-z0-9_.]+)(?![^\W\d_])"
    rf"|(?:на|в)\s(?:мейл|мэйл|яндексе?|жмейл)\w*\s?(?:ру|ru)?[^.!?]{{0,4}}[:\s]\s*[a-z0-9]+[_.\d][a-z0-9_.]*"
)

AT_NICK = re.compile(r"(?<![\w.])@\s?[a-z][a-z0-9_.]{2,}")
HASHED = re.compile(r"[a-zа-я]\w*#\d{3,5}\b")
NICKLIKE = (
    r"(?<![\w./])(?=[a-z0-9_.:]*[a-z])(?:[a-z0-9]+[_.:][a-z0-9_.:]*[a-z0-9]|[a-z]{3,}\d+|[a-z]+\d[a-z0-9]*)(?![\w/(])"
)
LATIN_NAME = r"(?<![\w./])[a-z][a-z0-9_.]{4,}(?![\w/(])"
CALLED = (
    r"(?:\bник\w*|аккаунт\w*|акк\b|юзернейм\w*|username|юзер\b|логин\w*|айди|\bid\b|\bтег\b|подпис\w+|найд[иеё]\w*|"
    r"добавля\w+|добавь\w*|профил\w+|канал\w*|стрим\w*)"
)
NAMED = re.compile(rf"{CALLED}[^.!?\n]{{0,30}}{NICKLIKE}|{NICKLIKE}[^.!?\n]{{0,30}}{CALLED}")
TAGGED = re.compile(r"(?:\bтег\b|\bник\b|\bайди\b)[^.!?\n]{0,15}#[0-9a-zа-я]{5,}|(?:айди|\bid)\s?(?:вк|vk)?\s?\d{5,}")
NAMED_PLAIN = re.compile(rf"(?:юзернейм|username|аккаунт|логин|\bник\b(?:\sв)?)\W{{1,3}}{LATIN_NAME}")
SERVICE_NICK = re.compile(
    r"(?<![\w])(?:тг\w*|телег\w*|тележк\w*|telegram|tg|инст\w*|insta\w*|вк|vk|вконтакте|дс|дискорд\w*|discord|скайп\w*|"
    r"skype|снэп\w*|snap\w*|стим\w*|steam|роблокс\w*|roblox|тикток\w*|tiktok|вайбер\w*|viber|бравл\w*|майнкрафт\w*)"
    rf"(?![\w])[^.!?\n]{{0,25}}?(?:{NICKLIKE}|{LATIN_NAME}|\d{{5,}})"
)


def links(text: str) -> list[str]:
    """Links as they are written."""
    return [found[0].rstrip(AFTER) for found in WRITTEN.finditer(text) if "@" not in found[0].split("/")[0]]


def unspelt(words: str) -> str:
    """Dots and slashes that were written as words or drawn apart are signs again."""
    words = SLASH.sub("/", DOT.sub(".", words))
    words = SPREAD_DOT.sub(".", words)
    return SPREAD.sub(r"\1", words)


def has_link(words: str) -> bool:
    said = unspelt(words)
    return any(pattern.search(said) for pattern in (WRITTEN, BARE, SHOP, SERVICES_LATIN)) and not _only_mail(said)


def _only_mail(said: str) -> bool:
    return bool(MAIL_PLAIN.search(said)) and not WRITTEN.search(MAIL_PLAIN.sub(" ", said))


def has_mail(words: str) -> bool:
    said = DOT.sub(".", words)
    patterns = (MAIL_PLAIN, MAIL_SPOKEN, MAIL_AT_ZONE, MAIL_OFFERED)
    return any(pattern.search(one) for pattern in patterns for one in (words, said))


def has_nick(words: str) -> bool:
    patterns = (AT_NICK, HASHED, NAMED, TAGGED, NAMED_PLAIN)
    return any(pattern.search(words) for pattern in patterns) or bool(SERVICE_NICK.search(russian_services(words)))


def russian_services(words: str) -> str:
    """Only words that mix alphabets change: «инcтa» is a service, «dasha_kot» stays a nick."""
    return russian(words)
