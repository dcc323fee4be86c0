"""Codes of the pure parts → sentences for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.questionnaires.answering import Mistake
from nastavnik.domain.questionnaires.spec_checking import Problem

MISTAKES: dict[str, Promise] = {
    "missing": _("Здесь пусто. Нужен ответ."),
    "missing_row": _("Не отмечена строка «%(row)s»."),
    "comment_missing": _("Отметка ниже %(mark)s: нужно сказать почему. Хватит одного предложения."),
    "off_scale": _("Нужно число от %(low)s до %(high)s."),
    "no_such_option": _("Такого ответа здесь нет. Подойдёт любой из списка."),
    "not_yes_no": _("Нужно «да» или «нет»."),
    "too_long": _("Слишком длинно: поместится %(most)s знаков."),
    "not_a_number": _("Нужно число, например 12 или 4,5."),
    "not_a_day": _("Такой даты нет. Годится так: 23.11.2026."),
}
PROBLEMS: dict[str, Promise] = {
    "no_title": _("У анкеты нет названия."),
    "title_too_long": _("Название или вступление слишком длинное."),
    "no_questions": _("В анкете нет ни одного вопроса. Добавьте первый."),
    "too_many_questions": _("Слишком много вопросов: не больше %(most)s."),
    "empty_section": _("В разделе «%(section)s» нет вопросов. Добавьте вопрос или уберите раздел."),
    "section_too_long": _("Раздел %(section)s: название или пояснение слишком длинное."),
    "code_twice": _("Два вопроса с одинаковым именем. Скопируйте один из них заново."),
    "code_odd": _("У вопроса необычное внутреннее имя. Скопируйте его и удалите прежний."),
    "no_text": _("Вопрос без слов. Напишите, о чём спрашиваете."),
    "text_too_long": _("Вопрос или пояснение слишком длинное."),
    "few_options": _("Нужно хотя бы два ответа на выбор."),
    "many_options": _("Слишком много ответов на выбор: не больше %(most)s."),
    "empty_option": _("Один из ответов пуст. Впишите его или уберите."),
    "option_codes": _("Ответы на выбор перепутались. Впишите их заново."),
    "option_twice": _("Ответ «%(text)s» записан дважды."),
    "no_rows": _("В таблице нет строк. Добавьте хотя бы одну."),
    "no_scale": _("У оценки нет шкалы. Укажите, от скольких до скольких."),
    "scale_steps": _("На шкале должно быть от двух до одиннадцати ступеней."),
    "scale_labels": _("Ступеней %(steps)s, а подписей %(labels)s. Подпишите каждую или ни одной."),
    "comment_without_scale": _("Пояснение к низкой отметке бывает только у вопросов со шкалой."),
    "comment_off_scale": _("Граница, ниже которой нужно пояснение, лежит вне шкалы."),
    "condition_not_earlier": _("Условие смотрит на вопрос, который стоит ниже или убран. Поправьте условие."),
    "condition_not_number": _("«Не меньше» и «не больше» годятся только для чисел и шкал. Поправьте условие."),
    "condition_never": _("Условие не сработает никогда: такого ответа у того вопроса нет. Поправьте условие."),
    "score_twice": _("Два подсчёта с одинаковым именем."),
    "score_nameless": _("У подсчёта нет названия."),
    "score_empty": _("Не отмечено, какие вопросы складывать."),
    "score_uncounted": _("В подсчёт попал вопрос, который убран или который нельзя сложить."),
    "score_reversed": _("Наоборот считается вопрос, которого в подсчёте нет."),
    "score_repeats": _("Вопрос или граница повторяется."),
    "threshold_nameless": _("У границы нет названия."),
}


def mistake_sentence(mistake: Mistake) -> str:
    """What a person reads beside the field."""
    return _filled(MISTAKES[mistake.code], mistake.params)


def problem_sentence(problem: Problem) -> str:
    """What the author reads beside the question."""
    return _filled(PROBLEMS[problem.code], problem.params)


def _filled(sentence: Promise, params: tuple[tuple[str, object], ...]) -> str:
    return str(sentence) % dict(params) if params else str(sentence)
