"""Participations as records of matching: what the profile says, the class, the gates on a day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.matching.records import MenteeRecord, MentorRecord
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.participants import groups_of
from nastavnik.domain.programmes.queries.profiles import values_of
from nastavnik.domain.programmes.records import ProfileValues

EMPTY = ProfileValues()


@dataclass(frozen=True)
class Facts:
    """Profiles by participation, title and grade of the class by person."""

    values: dict[int, ProfileValues]
    groups: dict[int, tuple[str, int | None]]

    @classmethod
    def of(cls, rows: Sequence[Participation], on: date) -> "Facts":
        """Of these participations on a day."""
        return cls(values_of([p.pk for p in rows]), groups_of([p.person_id for p in rows], on))


def mentee_record(participation: Participation, facts: Facts) -> MenteeRecord:
    """Somebody who asks; comes `with_gates`."""
    values = facts.values.get(participation.pk, EMPTY)
    person = participation.person
    group, grade = facts.groups.get(person.pk, (None, None))
    return MenteeRecord(
        key=str(participation.pk),
        name=person.normal_name,
        birth_date=person.birth_date,
        is_minor=participation.is_minor,
        grade=grade,
        study_group=group,
        building=values.building,
        district=values.district,
        main_need=values.main_need,
        needs=values.needs,
        interests=values.interests,
        free_time=values.free_time,
        modes=values.modes,
        languages=values.languages,
        age_wish=values.age_wish,
        level=values.level,
        values=values.values,
        suits=values.ways,
        openness=values.openness,
        demand=values.wanted_mentors,
        team_topic=values.team_topic,
        consent=participation.is_agreed,
        clearance=participation.is_cleared,
        person=str(person.pk),
    )


def mentor_record(participation: Participation, facts: Facts, usual: int, loads: Counter[str]) -> MentorRecord:
    """Somebody who offers; comes `with_gates`. `usual` places where none are named, those taken left out."""
    values = facts.values.get(participation.pk, EMPTY)
    person = participation.person
    group, grade = facts.groups.get(person.pk, (None, None))
    places = usual if values.places is None else values.places
    return MentorRecord(
        key=str(participation.pk),
        name=person.normal_name,
        birth_date=person.birth_date,
        is_minor=participation.is_minor,
        grade=grade,
        study_group=group,
        building=values.building,
        district=values.district,
        competences=values.competences,
        interests=values.interests,
        free_time=values.free_time,
        modes=values.modes,
        languages=values.languages,
        age_wish=values.age_wish,
        grade_wish=values.grade_wish,
        level=values.level,
        values=values.values,
        ways=values.ways,
        openness=values.openness,
        mastery=values.mastery,
        places=max(0, places - loads[str(participation.pk)]),
        consent=participation.is_agreed,
        clearance=participation.is_cleared,
        person=str(person.pk),
    )
