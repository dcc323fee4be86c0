"""What both sides of the before and after share."""

from collections.abc import Callable

from nastavnik.domain.questionnaires.shipped.shape import ten
from nastavnik.domain.questionnaires.shipped.states import FormatQuestions
from nastavnik.domain.questionnaires.specs import Section

INTRO_BEFORE = "Правильных ответов нет. Через некоторое время спросим то же самое, чтобы увидеть перемены."
INTRO_AFTER = "Правильных ответов нет. Честный ответ поможет следующим парам."


def now(asked: FormatQuestions, side: int) -> Section:
    marks = tuple(ten(f"now_{state[0]}", state[side], "совсем плохо", "отлично") for state in asked.states)
    return Section("Как сейчас", "От 1 до 10: 1 совсем плохо, 10 отлично.", marks)


def voice(asked: FormatQuestions, side: str) -> Callable[[str, str], str]:
    """How this side is spoken to: the former words to adults, the latter to pupils."""
    return lambda you, thou: thou if side in asked.pupils else you
