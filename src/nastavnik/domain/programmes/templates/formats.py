"""What each format adds to a programme: its goal and rows of its own."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.templates.rows import COORDINATOR, PAIRS, TEAM
from nastavnik.domain.programmes.templates.shape import RowTemplate, Text


@dataclass(frozen=True)
class FormatPart:
    goal: Text
    rows: tuple[RowTemplate, ...]


AGREEMENT = RowTemplate(
    "preparation", 7, 20, _("Подписать соглашение с партнёром"), COORDINATOR,
    result=_("ясно, кто кого и когда принимает"), task=_("договориться с партнёром"), document=_("соглашение"),
)  # fmt: skip
CLEARANCE = RowTemplate(
    "mentor_pool", 21, 45, _("Проверить допуск взрослых к работе с детьми"), COORDINATOR,
    result=_("с детьми работают проверенные люди"), task=_("проверить допуск"), document=_("отметки о допуске"),
)  # fmt: skip
SCHOOL_RULES = RowTemplate(
    "selection_training", 35, 55, _("Познакомить наставников с учреждением и его правилами"), COORDINATOR,
    result=_("наставники знают, куда пришли"), task=_("ввести в порядок учреждения"), document=_("отметки об обучении"),
)  # fmt: skip

FORMAT_PARTS: dict[str, FormatPart] = {
    "student_student": FormatPart(
        _("Каждый, кто просит помощи, находит старшего товарища, с которым видит свои успехи."),
        (
            RowTemplate(
                "mentee_pool", 14, 28, _("Узнать у детей и родителей, в чём нужна помощь"), COORDINATOR,
                result=_("первые запросы собраны"), task=_("узнать запросы"), document=_("запросы"),
            ),
            RowTemplate(
                "running", 60, 255, _("Встречаться и вести дневник"), PAIRS,
                result=_("видны маленькие шаги"), task=_("двигаться к цели пары"), document=_("дневник встреч"),
            ),
        ),
    ),
    "teacher_student": FormatPart(
        _("Ребёнок раскрывает то, что умеет, выбирает свой путь и доводит до конца одно своё дело."),
        (
            RowTemplate(
                "mentee_pool", 14, 30, _("Провести общую встречу: запросы детей и предложения педагогов"), COORDINATOR,
                result=_("понятно, кто чем готов заниматься"), task=_("узнать запросы"),
                document=_("перечень запросов"),
            ),
            RowTemplate(
                "mentee_pool", 30, 55, _("Провести входную оценку, с которой сравним в конце"), COORDINATOR,
                result=_("есть точка отсчёта"), task=_("оценить начало"), document=_("результаты на входе"),
                months_from=3,
            ),
            RowTemplate(
                "running", 60, 240, _("Беседы, тренинги и занятия по плану пары"), PAIRS,
                result=_("умения растут"), task=_("развивать способности"), document=_("дневник встреч"),
            ),
            RowTemplate(
                "closing", 250, 270, _("Показать опыт коллегам"), PAIRS,
                result=_("опыт видят другие"), task=_("поделиться находками"), document=_("выступление, публикация"),
                months_from=4,
            ),
        ),
    ),
    "college_school": FormatPart(
        _("Старшеклассник понимает, куда пойдёт после школы, и видит перед собой живой пример."),
        (
            AGREEMENT,
            CLEARANCE,
            SCHOOL_RULES,
            RowTemplate(
                "running", 60, 255, _("Вести общий проект"), PAIRS,
                result=_("проект доведён до показа"), task=_("сделать своё вместе"), document=_("проект"),
            ),
        ),
    ),
    "college_college": FormatPart(
        _("Первокурсник входит в учёбу без потерь, а старшекурсник растёт в роли ведущего."),
        (
            RowTemplate(
                "mentee_pool", 0, 20, _("Познакомить первокурсников со старшими: корпуса, правила, люди"), TEAM,
                result=_("новички знают, к кому идти"), task=_("помочь освоиться"), document=_("график знакомств"),
            ),
            RowTemplate(
                "running", 60, 255, _("Разбирать трудные темы и готовиться к сессии"), PAIRS,
                result=_("сессия сдана, долгов нет"), task=_("справиться с учёбой"), document=_("дневник встреч"),
            ),
        ),
    ),
    "employer_school": FormatPart(
        _("Ученик пробует профессию в деле и осознанно решает, подходит ли она ему."),
        (
            AGREEMENT,
            CLEARANCE,
            RowTemplate(
                "running", 75, 120, _("Побывать на предприятии"), PAIRS,
                result=_("профессия увидена изнутри"), task=_("увидеть рабочее место"),
                document=_("заметки о посещении"),
            ),
            RowTemplate(
                "running", 120, 240, _("Выполнить учебную задачу предприятия"), PAIRS,
                result=_("задача решена и показана"), task=_("попробовать себя в деле"), document=_("решённая задача"),
            ),
        ),
    ),
    "employer_college": FormatPart(
        _("Студент осваивает работу на деле и знает, где его ждут после выпуска."),
        (
            AGREEMENT,
            CLEARANCE,
            RowTemplate(
                "running", 75, 240, _("Работать над задачей предприятия"), PAIRS,
                result=_("студент справляется с работой"), task=_("освоить рабочее место"),
                document=_("отчёт о практике"),
            ),
        ),
    ),
    "specialist_student": FormatPart(
        _("Ребёнок учится у мастера своего дела и видит, куда ведёт увлечение."),
        (
            AGREEMENT,
            CLEARANCE,
            RowTemplate(
                "running", 60, 240, _("Занятия у мастера: приём, проба, своя работа"), PAIRS,
                result=_("освоен новый приём, сделана своя работа"), task=_("перенять мастерство"),
                document=_("дневник встреч, работа"),
            ),
        ),
    ),
    "teacher_teacher": FormatPart(
        _("Новый педагог уверенно ведёт занятия, остаётся в профессии и растёт в ней."),
        (
            RowTemplate(
                "mentee_pool", 14, 30, _("Узнать, что вызывает трудности у молодых и новых педагогов"), COORDINATOR,
                result=_("трудности названы"), task=_("узнать запросы"), document=_("запросы"),
            ),
            RowTemplate(
                "running", 55, 75, _("Составить персонализированную программу каждой пары"), PAIRS,
                result=_("у пары есть направления и сроки"), task=_("наметить путь"),
                document=_("персонализированные программы"),
            ),
            RowTemplate(
                "running", 60, 255, _("Посещать занятия друг друга и обсуждать их"), PAIRS,
                result=_("удачные приёмы переходят от одного к другому"), task=_("учиться на живом занятии"),
                document=_("дневник встреч"),
            ),
            RowTemplate(
                "running", 150, 170, _("Сверить промежуточные результаты с планом"), COORDINATOR,
                result=_("планы поправлены"), task=_("проверить движение"), document=_("правки в планах"),
                months_from=4,
            ),
        ),
    ),
    "leader_teacher": FormatPart(
        _("Педагог видит своё место в коллективе, пробует новые роли и растёт вместе с ним."),
        (
            RowTemplate(
                "running", 60, 90, _("Выбрать задачу роста: открытое занятие, проект, аттестация"), PAIRS,
                result=_("задача выбрана"), task=_("наметить шаг вперёд"), document=_("план развития"),
            ),
            RowTemplate(
                "running", 90, 255, _("Встречаться раз в месяц: что сделано, что мешает"), PAIRS,
                result=_("задача доведена до конца"), task=_("поддержать и снять преграды"),
                document=_("дневник встреч"),
            ),
        ),
    ),
    "partner_teacher": FormatPart(
        _("Педагог приносит на занятия живое дело: приёмы, оборудование и задачи партнёра."),
        (
            AGREEMENT,
            RowTemplate(
                "running", 60, 120, _("Побывать у партнёра и увидеть его работу"), PAIRS,
                result=_("понятно, что взять на занятия"), task=_("увидеть дело изнутри"),
                document=_("заметки о посещении"),
            ),
            RowTemplate(
                "running", 120, 240, _("Подготовить и провести занятие на задаче партнёра"), PAIRS,
                result=_("занятие проведено"), task=_("перенести опыт на занятия"), document=_("план занятия"),
            ),
        ),
    ),
    "college_teacher": FormatPart(
        _("Молодой педагог входит в профессию с опорой на тех, кто его учил."),
        (
            AGREEMENT,
            RowTemplate(
                "running", 60, 240, _("Разбирать свои занятия с преподавателем: замысел, ход, итог"), PAIRS,
                result=_("занятия строятся увереннее"), task=_("соединить теорию и практику"),
                document=_("дневник встреч"),
            ),
        ),
    ),
    "teacher_guardian": FormatPart(
        _("Родитель понимает, как поддержать своего ребёнка, и не остаётся с вопросами один."),
        (
            RowTemplate(
                "mentee_pool", 14, 30, _("Узнать, о чём хотят поговорить родители"), COORDINATOR,
                result=_("темы встреч названы"), task=_("узнать запросы"), document=_("запросы"),
            ),
            RowTemplate(
                "running", 60, 240, _("Встречи по темам: учёба дома, интересы, трудный разговор"), PAIRS,
                result=_("родители пробуют новое дома"), task=_("поддержать семью"), document=_("дневник встреч"),
            ),
        ),
    ),
}  # fmt: skip

OWN = FormatPart(
    _("Тот, кому нужна поддержка, получает её от человека, который сам прошёл этот путь."),
    (
        RowTemplate(
            "running", 60, 255, _("Встречаться по плану пары"), PAIRS,
            result=_("цель пары достигнута"), task=_("двигаться к цели пары"), document=_("дневник встреч"),
        ),
    ),
)  # fmt: skip


def part_of(mentoring_format: str) -> FormatPart:
    """What a format adds; an institution's own one takes what fits any."""
    return FORMAT_PARTS.get(mentoring_format, OWN)
