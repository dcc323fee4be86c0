"""Sentences of the room for codes that its pure parts return."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.programmes import designing
from nastavnik.domain.programmes.designing import Reason
from nastavnik.domain.programmes.enums import Activity

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
    "format": gettext_lazy("Форма: наставник – %(mentor)s, наставляемый – %(mentee)s."),
    "role_portrait": gettext_lazy("Ролевая модель: о наставляемом сказано «%(portrait)s»."),
    "role_manner": gettext_lazy("Ролевая модель: наставник ведёт себя %(manner)s."),
    "role_knowledge": gettext_lazy("Ролевая модель: нужны ли знания эксперта – %(knowledge)s."),
    "role_authority": gettext_lazy("Ролевая модель: наставника уважают %(authority)s."),
    "role_activity": gettext_lazy("Ролевая модель: занимаются вместе – %(activity)s."),
    "role_mentee": gettext_lazy("Ролевая модель: наставляемый – %(mentee)s."),
    "kind_once": gettext_lazy("Вид: встреча одна, поэтому флэш – без плана и без приказа."),
    "kind_rounds": gettext_lazy("Вид: много коротких знакомств подряд – скоростное наставничество."),
    "kind_online": gettext_lazy("Вид: встречаются на расстоянии, наставляемый обращается, когда есть вопрос."),
    "kind_asked": gettext_lazy("Вид: наставник помогает, когда попросят, поэтому ситуационное – здесь и сейчас."),
    "kind_team": gettext_lazy("Вид: несколько наставников решают одну задачу – командное, на короткий срок."),
    "kind_group": gettext_lazy("Вид: у нескольких человек похожий запрос, их ведёт один наставник – групповое."),
    "kind_both": gettext_lazy("Вид: встречи группой и по одному – смешанное."),
    "kind_reverse": gettext_lazy("Вид: младший учит старшего – реверсивное, учатся оба."),
    "kind_usual": gettext_lazy("Вид: доверие растёт один на один, поэтому индивидуальное."),
    "radar": gettext_lazy("Встреч ждём раз в %(days)s: если их нет дольше, куратор узнает об этом."),
    "stages_seven": gettext_lazy("Этапы: семь этапов целевой модели, от условий до завершения."),
    "stages_three": gettext_lazy("Этапы: условия, основной, заключительный – так строят наставничество педагогов."),
    "stages_steps": gettext_lazy("Этапы: семь шагов педагога – для коллектива, где всё решает он сам."),
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


def why(reason: Reason) -> str:
    """The sentence of a reason."""
    if reason.code == "term":
        return _term(reason)
    said = {name: _label(name, value) for name, value in reason.params.items()}
    return str(WHY[reason.code]) % said


def _term(reason: Reason) -> str:
    months = counted(int(reason.params["months"]), _("месяц"), _("месяца"), _("месяцев"))
    return _("Срок: %(term)s, это %(months)s.") % {"term": _label("term", reason.params["term"]), "months": months}


def _label(name: str, value: str) -> str:
    if name == "days":
        return counted(int(value), _("день"), _("дня"), _("дней"))
    return str(LABELS[name](value).label)


def counted(number: int, one: str, few: str, many: str) -> str:
    """1 месяц, 3 месяца, 14 месяцев."""
    if number % 100 in (11, 12, 13, 14) or number % 10 in (0, 5, 6, 7, 8, 9):
        return f"{number}\u00a0{many}"
    return f"{number}\u00a0{one if number % 10 == 1 else few}"
