"""What is said of a run: its goals, why it failed, what it is compared with, what is lacking."""

from collections.abc import Mapping, Sequence

from nastavnik.domain.matching.codes import WarningCode
from nastavnik.domain.matching.messages.forbidden import INPUT, refused
from nastavnik.domain.matching.messages.words import _, names, plural, spoken

FAILED_CHECK = _(
    "Предложение не прошло независимую проверку, поэтому его здесь нет. Данные целы. "
    "Посчитайте ещё раз, а если повторится, скажите администратору."
)
FAILED = _(
    "Подбор прервался, и предложения нет. Данные целы, никому ничего не отправлено. "
    "Посчитайте ещё раз, а если повторится, скажите администратору."
)
CANCELLED = _("Подбор остановлен. Данные целы, можно посчитать ещё раз.")

LEVELS: dict[str, str] = {
    "coverage": _("наставляемых в парах"),
    "seats": _("мест в командах занято"),
    "mutual": _("взаимных выборов"),
    "worst": _("самая слабая пара (кроме закреплённых и взаимных), баллов"),
    "total": _("всего баллов за вычетом нагрузки"),
}
KEEPING = _("всего баллов за вычетом нагрузки, с учётом сохранённых пар")
STAGES: dict[str, str] = {
    "": _("Считаем"),
    "reading": _("Читаем данные"),
    "scan": _("Смотрим все сочетания"),
    "search": _("Ищем лучшее предложение"),
    "proof": _("Доказываем, что лучше нельзя"),
    "check": _("Проверяем ещё раз"),
}
PLANS: dict[str, str] = {
    "greedy": _("Как вручную: лучшая пара первой"),
    "stable": _("Взаимно устойчивый"),
    "last_year": _("Прежние пары"),
}
SHARES: dict[str, str] = {
    "main_need": _("Главный запрос закрыт"),
    "interests": _("Есть общие интересы"),
    "wishes": _("Возраст по пожеланию"),
}
WARNINGS: dict[str, str] = {
    WarningCode.OWN_SIGNATURE_UNKNOWN: _(
        "Согласие родителя есть. С 14 лет ребёнок подписывает и сам: проверьте бумагу."
    ),
    WarningCode.CONSENT_UNKNOWN: _(
        "Наставник младше 18 лет, согласие родителя неизвестно: получите его до первой встречи."
    ),
    WarningCode.CLEARANCE_UNKNOWN: _("Допуск взрослого к работе с детьми неизвестен: проверьте до первой встречи."),
}


def warning(code: str) -> str:
    """What was not known of somebody who was matched nevertheless."""
    return spoken(WARNINGS[code])


def level(name: str, *, keeps: bool = False) -> str:
    """The goal in words; `keeps`: the total also counts the points of pairs that are kept in a second matching."""
    return spoken(KEEPING if keeps and name == "total" else LEVELS[name])


def stage(name: str) -> str:
    """What is being counted now."""
    return spoken(STAGES.get(name, STAGES[""]))


def failure(error: str) -> str:
    """Why a run brought no proposal, by the kind of error or the code of the engine."""
    if error == "cancelled":
        return spoken(CANCELLED)
    if error in INPUT:
        return refused(error)
    return spoken(FAILED_CHECK if error in ("PlanRefused", "PlanDoubted") else FAILED)


def run_title(number: int) -> str:
    """«Предложение № 2»."""
    return spoken(_("Предложение №\u00a0%(number)s")) % {"number": number}


def plan_title(code: str) -> str:
    """What a run is compared with."""
    return spoken(PLANS[code])


def share(code: str) -> str:
    """What a preview counts."""
    return spoken(SHARES[code])


def gain(difference: Mapping[str, int]) -> str:
    """The most important goal that rises: «пару ещё 2 наставляемым», «ещё 1 взаимный выбор», «+4 балла»."""
    coverage, mutual = difference.get("coverage", 0), difference.get("mutual", 0)
    worst, total = difference.get("worst", 0), difference.get("total", 0)
    if coverage:
        word = plural(coverage, _("наставляемому"), _("наставляемым"), _("наставляемым"))
        return spoken(_("пару ещё %(n)s %(word)s")) % {"n": coverage, "word": word}
    if mutual:
        word = plural(mutual, _("взаимный выбор"), _("взаимных выбора"), _("взаимных выборов"))
        return spoken(_("ещё %(n)s %(word)s")) % {"n": mutual, "word": word}
    if worst:
        return spoken(_("самую слабую пару лучше на %(points)s")) % {"points": points(worst)}
    return spoken(_("больше на %(points)s")) % {"points": points(total)}


def lacking_place(name: str, difference: Mapping[str, int]) -> str:
    """«Ещё одно место у Полины даст пару ещё 1 наставляемому»."""
    return spoken(_("Ещё одно место (%(name)s) даст %(gain)s.")) % {"name": name, "gain": gain(difference)}


def lacking_mentor(topic: str, matched: int, raised: int) -> str:
    """«Не хватает наставника, который ведёт «физика»»: how many it would help."""
    if matched:
        word = plural(matched, _("наставляемый"), _("наставляемых"), _("наставляемых"))
        text = _("Не хватает наставника%(topic)s: пару получат %(n)s %(word)s.")
        return spoken(text) % {"topic": _about(topic), "n": matched, "word": word}
    word = plural(raised, _("наставляемого"), _("наставляемых"), _("наставляемых"))
    text = _("Нужен наставник%(topic)s: пара станет лучше у %(n)s %(word)s.")
    return spoken(text) % {"topic": _about(topic), "n": raised, "word": word}


def _about(topic: str) -> str:
    return spoken(_(" по теме «%(topic)s»")) % {"topic": topic} if topic else ""


def cost(kind: str, difference: Mapping[str, int]) -> str:
    """What a pin or a ban costs, in one sentence."""
    if not any(difference.values()):
        return spoken(_("Ничего не стоит."))
    text = _("Без закрепления вышло бы: %(gain)s.") if kind == "pin" else _("Без запрета вышло бы: %(gain)s.")
    return spoken(text) % {"gain": gain(difference)}


def both_would(mentee: str, mentor: str, score: int, mentee_has: int | None, mentor_has: int | None) -> str:
    """Why two would rather have each other."""
    text = _("%(mentee)s и %(mentor)s: вместе %(points)s. Сейчас у наставляемого %(his)s, у наставника %(hers)s.")
    return spoken(text) % {
        "mentee": mentee,
        "mentor": mentor,
        "points": points(score),
        "his": spoken(_("никого")) if mentee_has is None else points(mentee_has),
        "hers": spoken(_("есть место")) if mentor_has is None else points(mentor_has),
    }


def known(group: str | None) -> str:
    """The name of a group, «не указано» where there is none."""
    return group or spoken(_("не указано"))


def weak_pair(score: int) -> str:
    """A warning beside a price."""
    return spoken(_("Слабая пара: %(points)s.")) % {"points": points(score)}


def without_pair(people: Sequence[str]) -> str:
    """Who would have nobody."""
    return spoken(_("Без пары останется: %(names)s.")) % {"names": names(people)}


def points(number: int) -> str:
    """«1 балл, 2 балла, 5 баллов»."""
    return f"{number}\u00a0{plural(abs(number), _('балл'), _('балла'), _('баллов'))}"
