"""Sentences of the room for codes that its pure parts return."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.programmes import designing
from nastavnik.domain.programmes.designing import Reason
from nastavnik.domain.programmes.enums import Activity
from nastavnik.domain.programmes.models import Programme

LABELS = {
    "mentor": designing.Mentor,
    "mentee": designing.Mentee,
    "portrait": designing.Portrait,
    "manner": designing.Manner,
    "knowledge": designing.Knowledge,
    "authority": designing.Authority,
    "term": designing.Term,
    "activity": Activity,
}

WHY = {
    "format": gettext_lazy("Наставник – %(mentor)s, наставляемый – %(mentee)s."),
    "role_portrait": gettext_lazy("О наставляемом сказано: %(portrait)s."),
    "role_manner": gettext_lazy("Наставник держится %(manner)s."),
    "role_knowledge": gettext_lazy("Нужны ли знания эксперта: %(knowledge)s."),
    "role_authority": gettext_lazy("Наставника уважают %(authority)s."),
    "role_activity": gettext_lazy("Вместе занимаются так: %(activity)s."),
    "role_mentee": gettext_lazy("Наставляемый – %(mentee)s."),
    "kind_once": gettext_lazy("Встреча одна, поэтому флэш: без плана и без приказа."),
    "kind_rounds": gettext_lazy("Много коротких знакомств подряд – скоростное наставничество."),
    "kind_online": gettext_lazy("Встречаются на расстоянии, наставляемый обращается, когда есть вопрос."),
    "kind_asked": gettext_lazy("Наставник помогает, когда попросят, поэтому ситуационное: здесь и сейчас."),
    "kind_team": gettext_lazy("Несколько наставников решают одну задачу – командное, на короткий срок."),
    "kind_group": gettext_lazy("У нескольких человек похожий запрос, их ведёт один наставник – групповое."),
    "kind_both": gettext_lazy("Встречи группой и по одному – смешанное."),
    "kind_reverse": gettext_lazy("Младший учит старшего – реверсивное, учатся оба."),
    "kind_usual": gettext_lazy("Доверие растёт один на один, поэтому индивидуальное."),
    "radar": gettext_lazy("Ждём встречу раз в %(days)s: если её нет дольше, куратор узнает об этом."),
    "stages_seven": gettext_lazy("Семь этапов целевой модели, от условий до завершения."),
    "stages_three": gettext_lazy("Условия, основной, заключительный – так строят наставничество педагогов."),
    "stages_steps": gettext_lazy("Семь шагов педагога – для коллектива, где всё решает он сам."),
    "taught": gettext_lazy("Наставников сначала учим: занятия в ролях стоят в дорожной карте."),
    "no_order": gettext_lazy("Приказ о парах не нужен: в коллективе решает педагог."),
    "adapted": gettext_lazy("Дорожная карта и тексты подстроены под ступень и под то, чем занимаются пары."),
    "needs": gettext_lazy("Первые запросы вошли в дорожную карту: с них начнётся база наставляемых."),
    "other_role_model": gettext_lazy("Подходит тоже, но за неё говорит меньше ответов."),
    "other_kind": gettext_lazy("Форма и роли те же, встречаются по-другому."),
    "hint_friend_professional": gettext_lazy(
        "Ведёт себя как друг, а уважают за мастерство. Дайте паре общее дело: так одно поддержит другое."
    ),
    "hint_expert_friend": gettext_lazy(
        "Ведёт как эксперт, а уважают за отношение. На первых встречах начните с доверия, с предмета – потом."
    ),
    "hint_expert_without_knowledge": gettext_lazy(
        "Эксперту без глубоких знаний будет трудно. Спросите ещё раз: может быть, нужен друг?"
    ),
    "hint_young_expert": gettext_lazy("Глубоких знаний ждут от ученика: посмотрите на результаты по этому предмету."),
    "hint_asked_long": gettext_lazy("Помощь по просьбе редко длится год: договоритесь хотя бы о встрече раз в месяц."),
    "hint_summer": gettext_lazy("Программа перейдёт через лето: итоги и показ опыта – осенью."),
    "hint_clearance": gettext_lazy("Взрослого, который работает с детьми, сначала проверяют: нужна справка."),
}


TOPICS = {
    "format": gettext_lazy("Форма"),
    "role": gettext_lazy("Ролевая модель"),
    "kind": gettext_lazy("Вид"),
    "term": gettext_lazy("Срок"),
    "radar": gettext_lazy("Радар"),
    "stages": gettext_lazy("Этапы"),
}


def grouped(reasons: Iterable[Reason]) -> list[tuple[str, list[str]]]:
    """What is explained → the sentences about it, in the order of the reasons."""
    found: dict[str, list[str]] = {}
    for reason in reasons:
        topic = TOPICS.get(reason.code.partition("_")[0], gettext_lazy("Кроме того"))
        found.setdefault(str(topic), []).append(why(reason))
    return list(found.items())


def why(reason: Reason) -> str:
    """The sentence of a reason."""
    if reason.code == "term":
        return _term(reason)
    said = {name: _label(name, value) for name, value in reason.params.items()}
    return str(WHY[reason.code]) % said


def _term(reason: Reason) -> str:
    months = counted(int(reason.params["months"]), _("месяц"), _("месяца"), _("месяцев"))
    term = _label("term", reason.params["term"])
    return _("%(term)s, это %(months)s.") % {"term": term[0].upper() + term[1:], "months": months}


def _label(name: str, value: str) -> str:
    if name == "days":
        return counted(int(value), _("день"), _("дня"), _("дней"))
    return str(LABELS[name](value).label)


def outside_words(where: str, programme: Programme) -> str:
    """«после последнего дня программы (31.05.2027)»."""
    if where == "before":
        return _("до начала программы (%(day)s)") % {"day": f"{programme.starts_on:%d.%m.%Y}"}
    return _("после последнего дня программы (%(day)s)") % {"day": f"{programme.ends_on:%d.%m.%Y}"}


def beyond_sentence(programme: Programme, rows: int, stages: int) -> str:
    """How much of a roadmap lies after the last day, and what to do; empty for nothing."""
    said = [counted(rows, _("строка"), _("строки"), _("строк"))] if rows else []
    if stages:
        said.append(counted(stages, _("этап"), _("этапа"), _("этапов")))
    if not said:
        return ""
    return _("После последнего дня (%(day)s) в дорожной карте: %(what)s. Проверьте сроки или продлите программу.") % {
        "day": f"{programme.ends_on:%d.%m.%Y}",
        "what": ", ".join(said),
    }


def counted(number: int, one: str, few: str, many: str) -> str:
    """1 месяц, 3 месяца, 14 месяцев."""
    if number % 100 in (11, 12, 13, 14) or number % 10 in (0, 5, 6, 7, 8, 9):
        return f"{number}\u00a0{many}"
    return f"{number}\u00a0{one if number % 10 == 1 else few}"
