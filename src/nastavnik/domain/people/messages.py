"""Doubts about a name or a post, as a person reads them."""

from nastavnik.domain.people.names import Doubt


def _(text: str) -> str:
    """Marks a text for the catalogue without asking for settings; whoever shows it translates it."""
    return text


DOUBTS = {
    Doubt.GENDER_UNKNOWN: _("Не указан пол, а по имени он не ясен: оставили именительный падеж"),
    Doubt.GENDER_GUESSED: _("Пол определён по звучанию имени: сверьте или укажите пол"),
    Doubt.GENDER_CONFLICT: _("Части имени говорят о разном поле: сверьте имя и пол"),
    Doubt.FLEETING_VOWEL: _("В имени или фамилии может выпадать гласная: сверьте"),
    Doubt.STRESS_UNKNOWN: _("Окончание творительного падежа зависит от ударения: сверьте"),
    Doubt.BOTH_WAYS: _("Такое слово склоняют по-разному: спросите, как принято в семье"),
    Doubt.FIRST_PART: _("Неясно, склоняется ли первая часть: сверьте"),
    Doubt.WORD_UNKNOWN: _("Не знаем, как склоняется это слово: сверьте"),
    Doubt.NOT_CYRILLIC: _("Имя не русскими буквами: оставили как есть"),
    Doubt.POST_UNKNOWN: _("Не знаем, как склоняется должность: оставили именительный падеж"),
}
