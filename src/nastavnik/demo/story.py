"""The invented school, told from its opening to this morning. The same story every time, only its days move along."""

from datetime import date

from django.db import transaction

from nastavnik.core import clock
from nastavnik.demo.chapters import (
    admitting,
    applying,
    asking,
    collective,
    community,
    debut,
    families,
    gathering,
    kinds,
    learning,
    opening,
    peers,
    reading,
    talking,
)
from nastavnik.demo.school import School
from nastavnik.demo.timeline import ZONE, Timeline
from nastavnik.domain.organisations.queries import demo_exists


def tell(*, as_of: date | None = None) -> None:
    """Fill an empty installation; where the invented school is already, nothing happens."""
    with transaction.atomic():
        if demo_exists():
            return
        timeline = Timeline(as_of or clock.today(ZONE))
        school = School(timeline)
        for chapter in (
            opening.tell,
            peers.tell,
            gathering.tell,
            learning.tell,
            debut.tell,
            kinds.tell,
            applying.tell,
            asking.tell,
            families.tell,
            talking.tell,
            reading.tell,
            community.tell,
        ):
            chapter(school)
        admitting.tell(school)
        collective.tell(timeline)
        timeline.play()
