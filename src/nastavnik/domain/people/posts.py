"""Posts of school people in six cases. Pure. The lists of words are ours and meant to be edited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik.domain.people.names.patterns import Pattern, Type
from nastavnik.domain.people.names.records import Case, Doubt

ORDER = tuple(Case)

# Words before the head word of a post; they bend with it: «старший вожатый», «социальный педагог».
ATTRIBUTES = {
    Type.ADJECTIVE: """
        временный генеральный главный государственный дежурный заслуженный индивидуальный исполнительный классный
        муниципальный народный научный независимый общественный освобождённый ответственный первый почётный
        приглашённый производственный профессиональный районный региональный сменный социальный спортивный учебный
        учёный финансовый художественный школьный музыкальный штатный внештатный полномочный действительный""",
    Type.ADJECTIVE_I: """
        коммерческий медицинский педагогический технический технологический юридический""",
    Type.ADJECTIVE_SOFT: "ведущий младший старший",
    Type.ADJECTIVE_SHE: """
        главная дежурная классная медицинская музыкальная научная ответственная первая социальная школьная учебная""",
    Type.ADJECTIVE_HUSHING_SHE: "ведущая младшая старшая",
}

# Head words; what stands after one («директора по воспитательной работе», «математики») keeps its form.
HEADS = {
    Type.HARD: """
        агроном администратор аккомпаниатор аналитик архивариус аспирант ассистент бакалавр балетмейстер библиограф
        бригадир бухгалтер вахтёр ветеран ветеринар волонтёр врач выпускник гардеробщик дворник депутат дефектолог
        диетолог дизайнер директор дирижёр диспетчер доктор документовед доцент журналист завхоз инженер инспектор
        инструктор кадровик кандидат капитан кассир кладовщик комендант консультант концертмейстер координатор
        корреспондент куратор лаборант лектор лидер логопед магистр магистрант майор маркетолог мастер машинист
        медиатор менеджер методист механик министр модератор музыкант мэр наставник начальник оператор опекун
        организатор педагог педиатр переводчик плотник повар полковник помощник президент программист проректор
        профессор профориентолог психолог работник редактор режиссёр ректор референт сантехник сварщик советник
        сотрудник социолог специалист стажёр столяр студент супервизор сурдопедагог техник технолог тифлопедагог
        товаровед тракторист тренер тьютор уборщик ученик участник фельдшер хореограф хормейстер художник член
        эколог экономист эксперт электрик электромонтёр юрисконсульт юрист""",
    Type.HUSHING: "завуч сторож",
    Type.SOFT: """
        библиотекарь водитель воспитатель делопроизводитель заместитель исполнитель основатель попечитель писатель
        предприниматель председатель представитель преподаватель родитель руководитель слесарь строитель токарь учитель
        учредитель""",
    Type.SOFT_STRESSED: "секретарь",
    Type.ADJECTIVE: "вожатый дежурный самозанятый",
    Type.ADJECTIVE_SOFT: "заведующий исполняющий рабочий служащий управляющий",
    Type.ADJECTIVE_SHE: "вожатая самозанятая",
    Type.ADJECTIVE_HUSHING_SHE: "заведующая исполняющая служащая управляющая",
    Type.A: "глава медсестра сестра староста",
    Type.A_I: "аспирантка магистрантка студентка",
    Type.A_TSE: """
        воспитательница выпускница помощница преподавательница уборщица ученица учительница""",
    Type.YA: "няня",
}
SPECIAL = """
продавец продавца продавцу продавца продавцом продавце
учащийся учащегося учащемуся учащегося учащимся учащемся
учащаяся учащейся учащейся учащуюся учащейся учащейся
"""

# What stands before a post in the genitive or instrumental: «и. о. директора», «зав. отделением». Nothing bends then.
WHOLE = re.compile(r"(и\. ?о\.|и/о|врио|врип|зам\.|зав\.|пом\.|ИП$|ИП )", re.IGNORECASE)
# Before a head word that bends these stay as they are.
SHORTENED = frozenset({"ст.", "мл.", "гл.", "вед.", "временно"})
# First halves that keep their form: «вице-президент», «бизнес-тренер».
FIXED_HALVES = frozenset({"арт", "бизнес", "веб", "вице", "медиа", "онлайн", "пресс", "пиар", "экс", "it"})


@dataclass(frozen=True)
class InflectedPost:
    """A post in one case; `doubts` holds POST_UNKNOWN where the nominative was kept."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def inflect_post(post: str, case: Case, overrides: Mapping[str, str] | None = None) -> InflectedPost:
    """«заместителя директора по воспитательной работе»: the leading words bend, the rest stays.

    `overrides` is `{case: form}` mended by hand. Of two posts both bend: «учителя истории, классного руководителя».
    A post whose head word is not in the lists keeps the nominative and says so; so does one of two posts in one
    breath («учитель истории и методист»), where the second may as well belong to the first.
    """
    post = " ".join(post.replace("\u00a0", " ").split())
    if overrides and overrides.get(case, "").strip():
        return InflectedPost(overrides[case].strip())
    if not post or case == Case.NOMINATIVE:
        return InflectedPost(post)
    several = [_bent(one.split(" "), case) for one in _joined_halves(post).split(", ")]
    known = [one for one in several if one is not None]
    return InflectedPost(", ".join(known)) if len(known) == len(several) else _unknown(post)


def _unknown(post: str) -> InflectedPost:
    return InflectedPost(post, (Doubt.POST_UNKNOWN,))


def _table(by_type: Mapping[Type, str]) -> dict[str, dict[Case, str]]:
    forms = {}
    for kind, words in by_type.items():
        for word in words.split():
            forms[word] = {case: Pattern(kind).form(word, case) for case in ORDER}
    return forms


def _special(lines: str) -> dict[str, dict[Case, str]]:
    rows = (line.split() for line in lines.strip().splitlines())
    return {forms[0]: dict(zip(ORDER, forms, strict=True)) for forms in rows}


def _also_without_yo(table: dict[str, dict[Case, str]]) -> dict[str, dict[Case, str]]:
    """«Режиссер» is as good as «режиссёр»."""
    plain = {
        word.replace("ё", "е"): {case: form.replace("ё", "е") for case, form in forms.items()}
        for word, forms in table.items()
        if "ё" in word
    }
    return {**plain, **table}


ATTRIBUTE_FORMS = _also_without_yo(_table(ATTRIBUTES))
HEAD_FORMS = _also_without_yo({**_table(HEADS), **_special(SPECIAL)})


def _bent(words: list[str], case: Case) -> str | None:
    """The words in the case, or None where the lists cannot tell."""
    if WHOLE.match(" ".join(words)):
        return None if any(_is_head(word) for word in words) else " ".join(words)
    bent: list[str] = []
    for position, word in enumerate(words):
        if word.lower() in SHORTENED:
            bent.append(word)
            continue
        head, tail = _bent_head(word, case), words[position + 1 :]
        if word.lower() in ATTRIBUTE_FORMS and (head is None or _begins_with_head(tail)):
            bent.append(_as_written(word, ATTRIBUTE_FORMS[word.lower()][case]))
            continue
        if head is None or any(_is_head(other) for other in tail) or not _agree(words[:position], word):
            return None
        return " ".join([*bent, head, *tail])
    return None


def _agree(attributes: list[str], head: str) -> bool:
    """«Старшая вожатая», not «старшая инженер»."""
    is_hers = head.lower().endswith(("а", "я"))
    return all(one.lower() in SHORTENED or one.lower().endswith("ая") == is_hers for one in attributes)


def _bent_head(word: str, case: Case) -> str | None:
    """«педагог-психолог» bends on both sides of the hyphen."""
    pieces = word.split("-")
    fixed = [piece.lower() in FIXED_HALVES for piece in pieces]
    if fixed[-1] or not all(still or piece.lower() in HEAD_FORMS for still, piece in zip(fixed, pieces, strict=True)):
        return None
    return "-".join(_as_written(piece, HEAD_FORMS.get(piece.lower(), {}).get(case, piece)) for piece in pieces)


def _begins_with_head(tail: list[str]) -> bool:
    return bool(tail) and (tail[0].lower() in ATTRIBUTE_FORMS or _is_head(tail[0]))


def _is_head(word: str) -> bool:
    return any(piece.lower() in HEAD_FORMS for piece in word.strip(",;()«»").split("-"))


def _joined_halves(post: str) -> str:
    """«педагог - психолог» is «педагог-психолог»."""
    halves = re.split(r" [-–—] ", post)
    if len(halves) == 2 and all(_is_head(half.split(" ")[end]) for half, end in zip(halves, (-1, 0), strict=True)):
        return "-".join(halves)
    return post


def _as_written(word: str, form: str) -> str:
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if word[0].isupper() else form
