"""Registers and the list of people at ten thousand people, in a database of its own: `make bench-people`.

Each page is asked for as the coordinator asks for it. Counted are the processor time of the answer (the median of
several, the first left out) and its queries. The program fails where a page is over its limit.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = int(os.environ.get("PEOPLE", "10000"))
TIMES = 7
LIMIT_MS, LIMIT_QUERIES = 150, 12
TODAY = date(2026, 11, 23)
SURNAMES = ("Белозерск", "Верхнекамск", "Галимзян", "Дерев", "Елисе", "Заозерн", "Калин", "Лугов", "Мороз", "Озёр")
GIVEN = ("Полина", "Тимур", "Амина", "Савелий", "Ксения", "Матвей", "Лейла", "Фёдор")
NEEDS = ("алгебра", "математика", "английский язык", "рисование", "робототехника", "публичные выступления", "шахматы")


def main() -> int:
    sys.path.insert(0, str(ROOT))  # the invented school is that of the tests
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(NASTAVNIK_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="nastavnik.config.settings")
        os.environ.pop("NASTAVNIK_DATABASE_URL", None)
        django.setup()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        return measure(a_school())


def measure(coordinator: Any) -> int:
    """The table of docs/benchmarks.md; 1 where a page is over its limit."""
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    client = Client()
    client.force_login(coordinator)
    print(f"{PEOPLE:,} people, load {os.getloadavg()[0]:.1f}; at most {LIMIT_MS} ms and {LIMIT_QUERIES} queries")
    print("| page | processor time | slowest | queries | size |")
    over = [title for title, address in pages() if not row(client, title, address)]
    if over:
        print("over the limit: " + ", ".join(over))
    return 1 if over else 0


def pages() -> list[tuple[str, str]]:
    from nastavnik.domain.exchange.registers.columns import columns_of
    from nastavnik.domain.programmes.models import Module, Topic

    every = "&".join(f"column={one.code}" for one in columns_of("mentee"))
    module, topic = Module.objects.values_list("pk", flat=True)[0], Topic.objects.values_list("pk", flat=True)[0]
    return [
        ("register of mentees", "/registers/"),
        ("the same, every column", f"/registers/?{every}"),
        ("the same, the last page", "/registers/?page=9999"),
        ("the same, by the main need", "/registers/?sort=main_need"),
        ("the same, without a consent", "/registers/?lacks=consent"),
        ("the same, one module, one need", f"/registers/?module={module}&topic={topic}"),
        ("register of mentors", "/registers/?register=mentor"),
        ("map of needs", "/registers/needs/"),
        ("people, mentees", "/people/"),
        ("people, mentees without a consent", "/people/?show=consent"),
        ("people, mentors", "/people/?role=mentor"),
        ("people, guardians", "/people/?role=guardian"),
        ("people, all", "/people/?role=all"),
    ]


def row(client: Any, title: str, address: str) -> bool:
    """One line of the table; False where the page is over its limit."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = list(asked)  # the next request forgets them
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    spent = []
    for _time in range(TIMES):
        begun = time.process_time()
        client.get(address)
        spent.append(1000 * (time.process_time() - begun))
    median = statistics.median(spent)
    size = f"{len(answer.content) / 1024:.0f} KB"
    print(f"| {title} | {median:.0f} ms | {max(spent):.0f} ms | {len(queries)} | {size} |", flush=True)
    if os.environ.get("PLANS"):
        for query in queries:
            print("   ", query["time"], query["sql"][: int(os.environ["PLANS"])])
    return median <= LIMIT_MS and len(queries) <= LIMIT_QUERIES


def a_school() -> Any:
    """Four fifths mentees, half of them children with a consent, and mentors, a third of them paired; a coordinator."""
    from tests import factories as make

    from nastavnik.domain.people.enums import RoleCode

    here = make.OrganisationFactory()
    coordinator = make.staff(RoleCode.COORDINATOR, here, surname="Петрова", given_name="Ольга")
    year = make.AcademicYearFactory(organisation=here)
    groups = [make.StudyGroupFactory(academic_year=year, title=f"{g}{letter}", grade=g) for g in range(1, 12)
              for letter in "АБВГ"]  # fmt: skip
    programme = make.ProgrammeFactory(organisation=here, academic_year=year)
    modules = [make.ModuleFactory(programme=programme, title=f"Модуль {n}") for n in range(1, 5)]
    mentees = PEOPLE * 4 // 5
    children = persons(here, mentees, RoleCode.MENTEE)
    mentors = persons(here, PEOPLE - mentees, RoleCode.MENTOR)
    enrolled(here, children, groups)
    agreed(here, children)
    sides = (taking_part(here, modules, children, "mentee"), taking_part(here, modules, mentors, "mentor"))
    paired(here, modules, *sides)
    return coordinator


def persons(here: Any, number: int, role: str) -> list[Any]:
    """Accounts, persons and roles."""
    from django.contrib.auth.hashers import make_password

    from nastavnik.domain.people.enums import RoleCode
    from nastavnik.domain.people.models import Clearance, Guardianship, Person, User
    from nastavnik.domain.people.normal import comparable_name

    password = make_password(None)
    users = User.objects.bulk_create(User(username=f"{role}{n}", password=password) for n in range(number))
    grown = role == "mentor"
    people = []
    for place, user in enumerate(users):
        surname, given = f"{SURNAMES[place % 10]}ов{place}", GIVEN[place % 8]
        people.append(
            Person(
                organisation=here, user=user, surname=surname, given_name=given, patronymic="Игоревич",
                normal_name=comparable_name(f"{surname} {given} Игоревич"), phone="+79001234567",
                birth_date=date(1980 if grown else 2013, 1 + place % 12, 1 + place % 28),
                post="учитель" if grown else "",
            )
        )  # fmt: skip
    made = Person.objects.bulk_create(people)
    hold(here, users, role)
    if grown:
        Clearance.objects.bulk_create(
            Clearance(organisation=here, person=one, checked_on=date(2026, 9, 1)) for one in made[::2]
        )
    else:
        accounts = User.objects.bulk_create(
            User(username=f"parent{n}", password=password) for n in range(len(made[::4]))
        )
        parents = Person.objects.bulk_create(
            Person(organisation=here, user=account, surname=one.surname, given_name="Анна",
                   normal_name=f"{one.normal_name} анна", birth_date=date(1985, 1, 1), phone="+79007654321")
            for account, one in zip(accounts, made[::4], strict=True)
        )  # fmt: skip
        hold(here, accounts, RoleCode.GUARDIAN)
        Guardianship.objects.bulk_create(
            Guardianship(organisation=here, guardian=parent, child=child, starts_on=date(2026, 9, 1))
            for parent, child in zip(parents, made[::4], strict=True)
        )
    return made


def hold(here: Any, users: list[Any], role: str) -> None:
    from nastavnik.domain.people.models import RoleAssignment

    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role=role, organisation=here, starts_on=TODAY - timedelta(80)) for user in users
    )


def enrolled(here: Any, children: list[Any], groups: list[Any]) -> None:
    from nastavnik.domain.people.models import Enrolment

    Enrolment.objects.bulk_create(
        Enrolment(organisation=here, person=child, study_group=groups[place % len(groups)], starts_on=date(2026, 9, 1))
        for place, child in enumerate(children)
    )


def agreed(here: Any, children: list[Any]) -> None:
    """Five children of six have a consent that a parent signed."""
    from nastavnik.domain.consents.models import Consent, ConsentSignature

    given = Consent.objects.bulk_create(
        Consent(organisation=here, person=child, kind="processing", starts_on=date(2026, 9, 1))
        for place, child in enumerate(children)
        if place % 6
    )
    ConsentSignature.objects.bulk_create(
        ConsentSignature(organisation=here, consent=one, party="guardian", method="paper", signed_on=date(2026, 9, 1))
        for one in given
    )


def taking_part(here: Any, modules: list[Any], people: list[Any], role: str) -> list[Any]:
    """Participations with profiles and three topics each."""
    from nastavnik.domain.programmes.models import Participation, ParticipationProfile, ProfileTopic, Topic

    made = Participation.objects.bulk_create(
        Participation(
            organisation=here, module=modules[place % 4], person=one, role=role, joined_on=date(2026, 9, 10),
            state="ready",
        )
        for place, one in enumerate(people)
    )  # fmt: skip
    topics = [
        Topic.objects.get_or_create(organisation=here, normal_title=title, defaults={"title": title})[0]
        for title in NEEDS
    ]
    profiles = ParticipationProfile.objects.bulk_create(
        ParticipationProfile(organisation=here, participation=one, free_time=[[1, 900, 1020]]) for one in made
    )
    uses = ("main_need", "need", "interest") if role == "mentee" else ("competence", "competence", "interest")
    ProfileTopic.objects.bulk_create(
        ProfileTopic(organisation=here, profile=profile, topic=topics[(place + step) % len(topics)], use=use)
        for place, profile in enumerate(profiles)
        for step, use in enumerate(uses)
    )
    return made


def paired(here: Any, modules: list[Any], mentees: list[Any], mentors: list[Any]) -> None:
    """A pair for every third mentor."""
    from nastavnik.domain.consents.models import Consent
    from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember

    consents = {one.person_id: one for one in Consent.objects.all()}
    open_to = [one for one in mentees if one.person_id in consents][: len(mentors) // 3]
    made = Mentorship.objects.bulk_create(
        Mentorship(
            organisation=here, module=one.module, kind="individual", state="active", proposed_on=date(2026, 9, 20),
            started_on=date(2026, 10, 1),
        )
        for one in open_to
    )  # fmt: skip
    MentorshipMember.objects.bulk_create(
        MentorshipMember(
            organisation=here, mentorship=pair, module=pair.module, participation=one, person=one.person, role=one.role,
            is_minor=one.role == "mentee", starts_on=date(2026, 10, 1), consent=consents.get(one.person_id),
        )
        for place, pair in enumerate(made)
        for one in (open_to[place], mentors[place])
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
