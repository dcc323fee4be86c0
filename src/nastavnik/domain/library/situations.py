"""What happened: how a situation is called by whom. Pure words; which memo is for which stands at the memo."""

from collections.abc import Collection

from nastavnik.domain.library.enums import Audience, Situation

MENTEE = {
    Situation.WHO_DOES: "непонятно, кто что делает",
    Situation.DO_FOR_ME: "хочется, чтобы сделал другой",
    Situation.SILENT: "давно не встречались",
    Situation.HARD_TALK: "трудно сказать",
    Situation.UNSURE: "страшно, что не получится",
    Situation.NO_WISH: "больше не хочется",
    Situation.WHERE_NEXT: "непонятно, куда дальше",
    Situation.LEADS: "хочется помогать другим",
    Situation.WORRY: "тревожно",
    Situation.PRAISE: "легко или скучно",
}
GUARDIAN = {
    Situation.SILENT: "давно не встречаются",
    Situation.NO_WISH: "не хочет идти на встречу",
    Situation.WHO_DOES: "неясно, кто за что отвечает",
}
SPOKEN: dict[str, dict[Situation, str]] = {Audience.MENTEE: MENTEE, Audience.GUARDIAN: GUARDIAN}


def spoken(situation: str, audiences: Collection[str] | None = None) -> str:
    """The words of the only audience that reads; those of mentors and staff for whoever reads more than one."""
    if situation not in Situation.values:
        return ""
    code = Situation(situation)
    own = SPOKEN.get(next(iter(audiences)), {}) if audiences is not None and len(audiences) == 1 else {}
    return own.get(code) or str(code.label)
