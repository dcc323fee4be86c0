"""The decisions on mentors whom a list brought in are written down; of who lacks what the law asks not yet."""

from datetime import timedelta

from nastavnik.demo.school import Institution
from nastavnik.domain.intake.actions import admission
from nastavnik.domain.intake.actions.agreeing import Terms, sign_agreement
from nastavnik.domain.intake.queries.admission import unrecorded
from nastavnik.domain.programmes.enums import ProgrammeType

SIGNED, RECORDED = 2, 1  # days before today


def tell(place: Institution) -> None:
    timeline = place.timeline
    timeline.on(timeline.day(SIGNED), lambda: _sign(place), hour=13)
    timeline.on(timeline.day(RECORDED), lambda: _record(place), hour=16)


def _sign(place: Institution) -> None:
    """ТК РФ ст. 351.8: a worker who mentors a worker agrees in writing, with the pay named."""
    today = place.timeline.today_in_story()
    rows = unrecorded(place.coordinator).filter(
        organisation=place.organisation, module__programme__type=ProgrammeType.TEACHERS
    )
    for number, row in enumerate(rows, start=1):
        terms = Terms(
            today, today, today, today + timedelta(days=270), "Помогает молодому учителю готовить и разбирать уроки.",
            "Посещает уроки, раз в неделю встречается.", "три тысячи рублей в месяц", f"{number}-Н",
        )  # fmt: skip
        sign_agreement(row, terms, by=place.coordinator)


def _record(place: Institution) -> None:
    """Of the coordinator who mentors herself somebody else decides."""
    rows = unrecorded(place.coordinator).filter(organisation=place.organisation)
    admission.record_known(list(rows.exclude(person__user=place.coordinator)), by=place.coordinator)
