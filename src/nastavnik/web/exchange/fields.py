"""How the fields of a list are called on the page of columns."""

from django.utils.translation import gettext_lazy as _

FIELD_TITLES = {
    "name": _("Фамилия, имя, отчество"),
    "surname": _("Фамилия"),
    "given_name": _("Имя"),
    "patronymic": _("Отчество"),
    "birth_date": _("Дата рождения"),
    "study_group": _("Класс, группа, объединение"),
    "phones": _("Телефон"),
    "email": _("Электронная почта"),
    "guardian_name": _("Родитель или опекун"),
    "guardian_phones": _("Телефон родителя"),
    "consent": _("Согласие родителя: да или нет"),
    "main_need": _("Основной запрос"),
    "needs": _("Другие запросы"),
    "competences": _("Чем может помочь"),
    "interests": _("Интересы"),
    "free_time": _("Удобное время"),
    "mode": _("Очно или онлайн"),
    "places": _("Сколько наставляемых готов взять"),
    "wish": _("Кого хотел бы: возраст или класс"),
    "achievements": _("Достижения"),
    "workplace": _("Место работы или учёбы"),
    "position": _("Должность"),
    "clearance": _("Допуск"),
    "clearance_on": _("Дата проверки допуска"),
    "joined_on": _("Дата вхождения в программу"),
    "category": _("Кому нужен наставник: категория"),
    "values": _("Ценности"),
    "ways": _("Способы работы"),
    "openness": _("Как раскрывается"),
    "level": _("Уверенность в предмете"),
    "mastery": _("Опыт наставничества"),
    "languages": _("Языки"),
    "building": _("Корпус"),
    "district": _("Район"),
    "wanted_mentors": _("Сколько наставников нужно"),
    "shift": _("Смена"),
    "day_time": _("Удобное время в один день недели"),
    "number": _("Номер по порядку"),
}
ONLY_MENTEES = frozenset({"main_need", "needs", "guardian_name", "guardian_phones", "category", "wanted_mentors"})
LEFT_OUT = {
    "mentor": frozenset({"main_need", "guardian_name", "guardian_phones"}),
    "mentee": frozenset({"competences"}),
}
ONLY_MENTORS = frozenset({"competences", "places", "wish", "clearance", "clearance_on", "mastery"})

# Fields of a card, for «the list says another thing».
CARD_TITLES = {
    "given_name": _("имя"),
    "patronymic": _("отчество"),
    "birth_date": _("дата рождения"),
    "phone": _("телефон"),
    "email": _("почта"),
    "post": _("должность"),
    "workplace": _("место работы или учёбы"),
}


PAIR_TITLES = {
    "starts_on": _("Пара работает с"),
    "ends_on": _("Пара работает по"),
    "period": _("Срок пары: с … по …"),
    "format": _("Форма наставничества"),
}
OF_SIDE = (
    *("name", "given_name", "patronymic", "birth_date", "study_group", "phones", "email", "position", "workplace"),
    *(
        "guardian_name",
        "guardian_phones",
        "consent",
        "clearance",
        "clearance_on",
        "main_need",
        "competences",
        "interests",
    ),
)
SIDE_TITLES = {"mentor": _("Наставник"), "mentee": _("Наставляемый")}


def title_of(field: str) -> object:
    """«Телефон», «Наставник: телефон», «Пара работает с»."""
    if field in PAIR_TITLES:
        return PAIR_TITLES[field]
    side, _dot, name = field.rpartition(".")
    if not side:
        return FIELD_TITLES[field]
    title = str(FIELD_TITLES[name])
    return f"{SIDE_TITLES[side]}: {title[0].lower()}{title[1:]}"


def choices_for(role: str) -> list[tuple[str, object]]:
    """What a column may hold in a list of this role; "" leaves the column out."""
    if role == "pairs":
        codes = [f"{side}.{name}" for side in SIDE_TITLES for name in OF_SIDE if name not in LEFT_OUT[side]]
        return [("", _("не загружаем")), *((code, title_of(code)) for code in (*PAIR_TITLES, *codes, "number"))]
    others = ONLY_MENTORS if role == "mentee" else ONLY_MENTEES - {"guardian_name", "guardian_phones"}
    fields = [(code, title) for code, title in FIELD_TITLES.items() if code not in others]
    return [("", _("не загружаем")), *fields]
