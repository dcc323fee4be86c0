"""Papers of a large school, from the order to the files, in a database of its own: part of `make bench`."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
CERTIFICATES = 1000
PAIRS = 200
TODAY = date(2026, 11, 23)
SURNAMES = ("Белозерск", "Верхнекамск", "Галимзян", "Дерев", "Елисе", "Заозерн", "Калин", "Лугов", "Мороз", "Озёр")
GIVEN = (("Полина", "Романовна", "female", "а"), ("Тимур", "Игоревич", "male", ""))


def main() -> int:
    sys.path.insert(0, str(ROOT))  # the invented school is that of the tests
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(NASTAVNIK_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="nastavnik.config.settings")
        os.environ.pop("NASTAVNIK_DATABASE_URL", None)
        django.setup()
        measure()
    return 0


def measure() -> None:
    """The rows of the table of docs/benchmarks.md: wall time, processor time, bound, load."""
    from django.core.management import call_command

    from nastavnik.core import jobs

    call_command("migrate", interactive=False, verbosity=0)
    school = people_of_a_school()
    batch = ordered_batch(school)
    row(f"{CERTIFICATES:,} certificates: DOCX, PDF, archive, file to print", lambda: jobs.run_due(limit=1), "≤ 60 s")
    batch.refresh_from_db()
    if (batch.state, batch.done, batch.refused) != ("ready", CERTIFICATES, []):
        raise SystemExit(f"{batch.state}, {batch.done} of {CERTIFICATES}, {len(batch.refused)} refused")
    row(f"an order with {PAIRS} pairs: checks, text, DOCX, PDF", lambda: order(school), "≤ 1 s")


def row(title: str, work: Callable[[], Any], limit: str) -> None:
    """One line: wall and processor time of one run."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"| {title} | {wall:.2f} s | {processor:.2f} s | {limit} | {os.getloadavg()[0]:.1f} |", flush=True)


def people_of_a_school() -> Any:
    """A school with a head and a coordinator; half a thousand pairs that are done, two hundred that agreed."""
    from tests import factories as make
    from tests.domain.documents import scene

    from nastavnik.domain.mentorships.enums import EndReason, MeetingState, MentorshipState
    from nastavnik.domain.mentorships.models import Meeting

    school = scene.school()
    school.done = pairs(
        school, CERTIFICATES // 2, state=MentorshipState.COMPLETED, ended_on=TODAY, end_reason=EndReason.PLAN_DONE
    )
    school.agreed = pairs(school, PAIRS, state=MentorshipState.CONFIRMED, started_on=None)
    Meeting.objects.bulk_create(
        make.MeetingFactory.build(
            mentorship=pair, organisation=pair.organisation, state=MeetingState.HELD, happens_on=TODAY, minutes=60
        )
        for pair in school.done
        for _time in range(8)
    )
    return school


def pairs(school: Any, number: int, **state: Any) -> list[Any]:
    """Pairs of grown-up mentors and children whose parents agreed."""
    from tests import factories as make

    from nastavnik.domain.consents.models import Consent, ConsentSignature
    from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
    from nastavnik.domain.people.models import Clearance, Person
    from nastavnik.domain.programmes.models import Participation

    here = school.organisation
    mentors = Person.objects.bulk_create(person(here, place, adult=True) for place in range(number))
    children = Person.objects.bulk_create(person(here, place) for place in range(number))
    Clearance.objects.bulk_create(
        Clearance(organisation=here, person=one, checked_on=date(2026, 9, 1)) for one in mentors
    )
    given = Consent.objects.bulk_create(make.ConsentFactory.build(person=one, organisation=here) for one in children)
    ConsentSignature.objects.bulk_create(
        make.ConsentSignatureFactory.build(consent=one, organisation=here) for one in given
    )
    rows = Mentorship.objects.bulk_create(
        make.MentorshipFactory.build(module=school.module, organisation=here, **state) for _pair in range(number)
    )
    sides = [("mentor", one, None) for one in mentors] + [
        ("mentee", one, consent) for one, consent in zip(children, given, strict=True)
    ]
    taking_part = Participation.objects.bulk_create(
        make.ParticipationFactory.build(module=school.module, organisation=here, person=one, role=role)
        for role, one, _consent in sides
    )
    MentorshipMember.objects.bulk_create(
        MentorshipMember(
            organisation=here, mentorship=rows[place % number], module=school.module, participation=one,
            person=one.person, role=one.role, is_minor=consent is not None, consent=consent,
            starts_on=date(2026, 10, 1), ends_on=state.get("ended_on"),
        )
        for place, (one, (_role, _person, consent)) in enumerate(zip(taking_part, sides, strict=True))
    )  # fmt: skip
    return rows


def person(here: Any, place: int, **about: Any) -> Any:
    from tests import factories as make

    given, patronymic, gender, ending = GIVEN[place % 2]
    surname = f"{SURNAMES[place // 4 % 10]}{'ов' if place // 2 % 2 else 'ин'}{ending}"
    return make.PersonFactory.build(
        organisation=here, surname=surname, given_name=given, patronymic=patronymic, gender=gender, **about
    )


def ordered_batch(school: Any) -> Any:
    from nastavnik.domain.documents import actions
    from nastavnik.domain.documents.queries import awaiting_certificate

    members = [member.pk for member in awaiting_certificate(school.coordinator)]
    return actions.order_batch(
        "certificate", members, dated_on=TODAY, base="https://school17.example.org/", by=school.coordinator
    )


def order(school: Any) -> None:
    from nastavnik.domain.documents import actions

    actions.prepare_order(school.module, mentorships=school.agreed, dated_on=TODAY, by=school.coordinator)


if __name__ == "__main__":
    sys.exit(main())
