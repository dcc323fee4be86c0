"""Posts of school people in six cases. Pure. The table of words is ours and meant to be edited."""

from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik.domain.people.names import Case, Doubt

ORDER = (
    Case.NOMINATIVE,
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
    Case.PREPOSITIONAL,
)

# Words before the head word of a post; they bend with it: «старший вожатый», «социальный педагог».
ATTRIBUTES = """
главный главного главному главного главным главном
классный классного классному классного классным классном
научный научного научному научного научным научном
первый первого первому первого первым первом
социальный социального социальному социального социальным социальном
старшая старшей старшей старшую старшей старшей
старший старшего старшему старшего старшим старшем
художественный художественного художественному художественного художественным художественном
"""

# Head words; what stands after one («директора по воспитательной работе», «математики») keeps its form.
HEADS = """
библиотекарь библиотекаря библиотекарю библиотекаря библиотекарем библиотекаре
вожатая вожатой вожатой вожатую вожатой вожатой
вожатый вожатого вожатому вожатого вожатым вожатом
воспитатель воспитателя воспитателю воспитателя воспитателем воспитателе
дефектолог дефектолога дефектологу дефектолога дефектологом дефектологе
директор директора директору директора директором директоре
заведующая заведующей заведующей заведующую заведующей заведующей
заведующий заведующего заведующему заведующего заведующим заведующем
заместитель заместителя заместителю заместителя заместителем заместителе
инженер инженера инженеру инженера инженером инженере
инструктор инструктора инструктору инструктора инструктором инструкторе
исполняющая исполняющей исполняющей исполняющую исполняющей исполняющей
исполняющий исполняющего исполняющему исполняющего исполняющим исполняющем
концертмейстер концертмейстера концертмейстеру концертмейстера концертмейстером концертмейстере
координатор координатора координатору координатора координатором координаторе
куратор куратора куратору куратора куратором кураторе
лаборант лаборанта лаборанту лаборанта лаборантом лаборанте
логопед логопеда логопеду логопеда логопедом логопеде
мастер мастера мастеру мастера мастером мастере
методист методиста методисту методиста методистом методисте
наставник наставника наставнику наставника наставником наставнике
начальник начальника начальнику начальника начальником начальнике
организатор организатора организатору организатора организатором организаторе
педагог педагога педагогу педагога педагогом педагоге
преподаватель преподавателя преподавателю преподавателя преподавателем преподавателе
психолог психолога психологу психолога психологом психологе
ректор ректора ректору ректора ректором ректоре
руководитель руководителя руководителю руководителя руководителем руководителе
секретарь секретаря секретарю секретаря секретарём секретаре
советник советника советнику советника советником советнике
специалист специалиста специалисту специалиста специалистом специалисте
студент студента студенту студента студентом студенте
студентка студентки студентке студентку студенткой студентке
технолог технолога технологу технолога технологом технологе
тренер тренера тренеру тренера тренером тренере
тьютор тьютора тьютору тьютора тьютором тьюторе
ученик ученика ученику ученика учеником ученике
ученица ученицы ученице ученицу ученицей ученице
учитель учителя учителю учителя учителем учителе
хореограф хореографа хореографу хореографа хореографом хореографе
"""
ABBREVIATED = ("и.о.", "и. о.", "врио", "зам.")


@dataclass(frozen=True)
class InflectedPost:
    """A post in one case; `doubts` holds POST_UNKNOWN where the nominative was kept."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def inflect_post(post: str, case: Case, overrides: Mapping[str, str] | None = None) -> InflectedPost:
    """«заместителя директора по воспитательной работе»: the leading words bend, the rest stays.

    `overrides` is `{case: form}` mended by hand. A post whose head word is not in the table keeps the nominative and
    says so; so does one that names two posts («учитель истории и методист»).
    """
    post = " ".join(post.replace("\u00a0", " ").split())
    if overrides and overrides.get(case, "").strip():
        return InflectedPost(overrides[case].strip())
    if not post or case == Case.NOMINATIVE or post.lower().startswith(ABBREVIATED):
        return InflectedPost(post)
    bent = _bent(post.split(" "), case)
    return InflectedPost(post, (Doubt.POST_UNKNOWN,)) if bent is None else InflectedPost(bent)


def _table(lines: str) -> dict[str, dict[Case, str]]:
    rows = (line.split() for line in lines.strip().splitlines())
    return {forms[0]: dict(zip(ORDER, forms, strict=True)) for forms in rows}


ATTRIBUTE_FORMS = _table(ATTRIBUTES)
HEAD_FORMS = _table(HEADS)


def _bent(words: list[str], case: Case) -> str | None:
    """The words in the case, or None where the table cannot tell."""
    bent = []
    for position, word in enumerate(words):
        if word.lower() in ATTRIBUTE_FORMS:
            bent.append(_as_written(word, ATTRIBUTE_FORMS[word.lower()][case]))
            continue
        head = _bent_head(word, case)
        tail = words[position + 1 :]
        if head is None or any(_is_head(other) for other in tail):
            return None
        return " ".join([*bent, head, *tail])
    return None


def _bent_head(word: str, case: Case) -> str | None:
    """«педагог-психолог» bends on both sides of the hyphen."""
    pieces = word.split("-")
    if not all(piece.lower() in HEAD_FORMS for piece in pieces):
        return None
    return "-".join(_as_written(piece, HEAD_FORMS[piece.lower()][case]) for piece in pieces)


def _is_head(word: str) -> bool:
    return all(piece.lower() in HEAD_FORMS for piece in word.strip(",;").split("-"))


def _as_written(word: str, form: str) -> str:
    return form.capitalize() if word[0].isupper() else form
