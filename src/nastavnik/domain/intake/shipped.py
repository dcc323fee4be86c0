"""What an intake offers to choose from until the institution writes its own: needs that older ones can help with."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Both sides choose from the same list: a need and a competence meet when they are the same words.
OF_PUPILS: tuple[Promise, ...] = (
    _("разобраться с предметом"),
    _("освоиться в новом классе"),
    _("не бояться выступать"),
    _("подготовиться к олимпиаде"),
    _("научиться планировать время"),
    _("найти общий язык с одноклассниками"),
    _("понять, кем я хочу быть"),
    _("сделать свой проект"),
)
OF_ARTS: tuple[Promise, ...] = (
    _("освоить движения и номер"),
    _("не бояться сцены"),
    _("войти в коллектив"),
    _("подготовиться к конкурсу"),
    _("придумать свой номер"),
    _("научиться планировать время"),
)
OF_TEACHERS: tuple[Promise, ...] = (
    _("вести урок и держать дисциплину"),
    _("составить рабочую программу"),
    _("говорить с родителями"),
    _("работать с цифровыми средствами"),
    _("оценивать и давать обратную связь"),
    _("подготовиться к аттестации"),
    _("учить детей с особенностями"),
    _("освоиться в коллективе"),
)


def usual_topics(programme_type: str, activity: str) -> tuple[str, ...]:
    """The topics that a new intake begins with."""
    if programme_type == "teachers":
        return tuple(str(topic) for topic in OF_TEACHERS)
    return tuple(str(topic) for topic in (OF_ARTS if activity == "arts" else OF_PUPILS))
