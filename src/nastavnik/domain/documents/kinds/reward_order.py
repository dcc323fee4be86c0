"""Приказ о поощрении наставников."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.approving import charged, requisites
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import (
    ORDER_SECTIONS,
    Frame,
    Order,
    control,
    listed,
    order_paper,
    sentence,
    short_names,
)
from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.people.names import Case

THANKS, DIPLOMA, LETTER = "thanks", "diploma", "letter"
# How somebody is rewarded: the words of the order, and the case in which the people stand after them.
REWARDS = {
    THANKS: ("объявить благодарность", Case.DATIVE),
    DIPLOMA: ("наградить почётной грамотой", Case.ACCUSATIVE),
    LETTER: ("вручить благодарственное письмо", Case.DATIVE),
}


@dataclass(frozen=True)
class RewardContext:
    """`people` are mentors who brought their work to its end; `report` is the paper that tells of the results."""

    frame: Frame
    programme: ProgrammeText
    people: Sequence[Participant]
    reward: str = THANKS
    report: Order | None = None


def build(context: RewardContext) -> Paper:
    """The order: who is rewarded and how, who sees to it. Raises ValueError without people."""
    if not context.people:
        raise ValueError("a reward order needs somebody to reward")
    frame, several = context.frame, len(context.people) > 1
    duties = [f"ознакомить {'награждённых' if several else 'награждённого'} с приказом"]
    duties.append(HANDING[context.reward][several])
    points = [
        _rewarded(context),
        *charged(frame.coordinator, duties),
        (control(None), ()),
    ]
    return order_paper(
        frame,
        f"О поощрении {'наставников' if several else 'наставника'}",
        f"По итогам программы наставничества {quoted(context.programme.title)}",
        points,
        basis=_basis(context),
        acknowledged=short_names([frame.coordinator]) if frame.coordinator else (),
        named={"programme": context.programme.title},
    )


HANDING = {
    THANKS: ("рассказать о благодарности на итоговом мероприятии программы",) * 2,
    DIPLOMA: tuple(f"организовать вручение {what} на итоговом мероприятии программы" for what in ("грамоты", "грамот")),
    LETTER: tuple(f"организовать вручение {what} на итоговом мероприятии программы" for what in ("письма", "писем")),
}


def _rewarded(context: RewardContext) -> tuple[str, Sequence[str]]:
    words, case = REWARDS[context.reward]
    named = [person.full(case) for person in context.people]
    opening = f"За успешную работу наставником {words}"
    if len(named) == 1:
        return sentence(f"{opening} {named[0]}"), ()
    return f"{opening}:", listed(named)


def _basis(context: RewardContext) -> list[str]:
    said = ["представление куратора программы"] if context.frame.coordinator else []
    report = context.report
    if report is None:
        return said
    number = f" {requisites(report)}" if report.number else ""
    return [*said, f"отчёт о программе наставничества{number}"]


KIND = DocumentKind(
    code="reward_order",
    title=_("Приказ о поощрении"),
    about=_("Благодарит наставников, которые довели работу до конца."),
    subject=Subject.PROGRAMME,
    book=Book.ORDERS,
    asks=(
        Ask(
            "reward",
            _("Как поощрить"),
            "choice",
            is_required=True,
            choices=(
                (THANKS, _("объявить благодарность")),
                (DIPLOMA, _("наградить почётной грамотой")),
                (LETTER, _("вручить благодарственное письмо")),
            ),
        ),
        Ask(
            "leave_out",
            _("Кого не включать"),
            "long_text",
            _(
                "По фамилии в строке. В приказ входят все наставники, которые довели работу до конца, кроме детей, "
                "согласие на данные которых отозвано."
            ),
        ),
    ),
    sections=ORDER_SECTIONS,
    stages=("closing",),
    context=RewardContext,
    build=build,
    needs_approval=True,
)
