"""What may remove the reason of a refusal (seed 000: learn the reason and remove it, force nobody). Pure."""

from nastavnik.domain.intake.enums import DeclineReason as D
from nastavnik.domain.intake.enums import Remedy as R
from nastavnik.domain.intake.enums import WithdrawReason as W

REMEDIES: dict[str, tuple[str, ...]] = {
    D.NO_PLACES: (R.CALL_LATER, R.OTHER_PROGRAMME),
    D.NO_MENTOR: (R.FIND_MENTOR, R.CALL_LATER),
    D.NOT_READY: (R.PREPARE, R.TRAIN, R.TALK),
    D.TOO_YOUNG: (R.OTHER_PROGRAMME, R.CALL_LATER),
    D.OTHER_HELP: (R.SPECIALIST, R.OTHER_PROGRAMME),
    D.NO_CONSENT: (R.TALK_GUARDIAN, R.NONE),
    D.NOT_OURS: (R.OTHER_PROGRAMME, R.NONE),
    D.DOUBLE: (R.NONE,),
    D.OTHER: (R.TALK, R.NONE),
    W.WANTS_TO_LEAD: (R.TRAIN,),
    W.NO_TIME: (R.CALL_LATER,),
    W.AFRAID: (R.TALK, R.PREPARE),
    W.NO_NEED: (R.NONE,),
}
NOTHING_TO_DO = frozenset({R.NONE, ""})


def remedies(reason: str) -> tuple[str, ...]:
    """The remedies that usually help, the likeliest first, then all others."""
    usual = tuple(str(remedy) for remedy in REMEDIES.get(reason, ()))
    return usual + tuple(str(remedy) for remedy in R.values if remedy not in usual)


def is_open(remedy: str, done_on: object) -> bool:
    """Something was promised and is not done yet."""
    return remedy not in NOTHING_TO_DO and done_on is None
