"""Lives written into the tables in bulk."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from nastavnik.domain.consents.models import Consent, ConsentSignature, ConsentText
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.notifications.enums import Channel
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Enrolment, Guardianship, Person, RoleAssignment, User
from nastavnik.domain.programmes.models import Module, Participation
from tests import factories as make
from tests.domain.consents.histories.lives import FIRST, THRESHOLDS, Agreed, Life

BEFORE = datetime(2025, 9, 1, tzinfo=UTC)
TEXTS = ("processing", "participation", "publication", "diagnostics")


@dataclass(frozen=True)
class World:
    """What the lives became; persons and participations are in the order of the lives."""

    lives: tuple[Life, ...]
    persons: list[Person]
    modules: list[Module]
    participations: list[Participation]
    pairs: dict[int, tuple[Life, Life]]  # id of the mentorship → mentor and mentee
    heads: list[User]
    coordinators: list[User]


def store(lives: tuple[Life, ...]) -> World:
    organisations = [make.OrganisationFactory(own_consent_from=age) for age in THRESHOLDS]
    modules = [make.ModuleFactory(programme__organisation=organisation) for organisation in organisations]
    groups = [make.StudyGroupFactory(academic_year__organisation=organisation) for organisation in organisations]
    users = User.objects.bulk_create(User(username=f"life{life.number}") for life in lives)
    persons = Person.objects.bulk_create(
        Person(
            organisation=organisations[life.school],
            user=user,
            surname=f"Вымышленный{life.number}",
            given_name="Имя",
            normal_name=f"вымышленный{life.number} имя",
            birth_date=life.birth_date,
            post=life.post,
            email=f"life{life.number}@example.org",
        )
        for life, user in zip(lives, users, strict=True)
    )
    own = list(zip(lives, persons, strict=True))
    Enrolment.objects.bulk_create(
        Enrolment(organisation_id=person.organisation_id, person=person, study_group=groups[life.school], **_term(term))
        for life, person in own
        for term in life.classes
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user_id=person.user_id, role=role, organisation_id=person.organisation_id, **term)
        for life, person in own
        for role, term in _roles(life)
    )
    _consents(own, organisations)
    participations = Participation.objects.bulk_create(
        Participation(
            organisation_id=person.organisation_id,
            module=modules[life.school],
            person=person,
            role=life.role,
            state="ready",
            joined_on=FIRST,
        )
        for life, person in own
    )
    Message.objects.bulk_create(
        Message(
            organisation_id=person.organisation_id, recipient=person, kind=kind, channel=Channel.EMAIL, due_at=BEFORE
        )
        for life, person in own
        for kind in life.letters
    )
    pairs = _pairs(lives, participations, modules)
    _guardians(own)
    return World(
        lives,
        persons,
        modules,
        participations,
        pairs,
        [_staff("head", organisation) for organisation in organisations],
        [_staff("coordinator", organisation) for organisation in organisations],
    )


def _staff(role, organisation):
    user = make.UserFactory()
    make.RoleAssignmentFactory(user=user, role=role, organisation=organisation, starts_on=FIRST)
    return user


def _term(term) -> dict[str, date | None]:
    return {"starts_on": term.starts_on, "ends_on": term.ends_on}


def _roles(life: Life):
    """The role as a mentee for its time; who leads has the role of a mentor throughout."""
    if life.mentee_role:
        yield "mentee", _term(life.mentee_role)
    if life.role == "mentor":
        yield "mentor", {"starts_on": FIRST, "ends_on": None}


def _consents(own, organisations):
    texts = {
        (number, kind, version): ConsentText(
            organisation=organisation, kind=kind, number=version, title="т", purpose="ц", term="с", withdrawal="о",
            published_on=FIRST, retired_on=None if version == 2 else FIRST, sha256="0",
        )
        for number, organisation in enumerate(organisations)
        for kind in TEXTS
        for version in (1, 2)
    }  # fmt: skip
    ConsentText.objects.bulk_create(texts.values())
    rows: list[tuple[Agreed, Consent]] = []
    for life, person in own:
        for consent in life.consents:
            text = texts[life.school, consent.kind, consent.text] if consent.text else None
            rows.append(
                (
                    consent,
                    Consent(
                        organisation_id=person.organisation_id, person=person, kind=consent.kind, text=text,
                        withdrawn_on=consent.withdrawn_on, **_term(consent.term),
                    ),
                )
            )  # fmt: skip
    Consent.objects.bulk_create(row for _consent, row in rows)
    ConsentSignature.objects.bulk_create(
        ConsentSignature(organisation_id=row.organisation_id, consent=row, party=party, signed_on=day, method="paper")
        for consent, row in rows
        for party, day in consent.signed
    )


def _pairs(lives, participations, modules) -> dict[int, tuple[Life, Life]]:
    """Within each school mentors and mentees one by one; a child takes part by some consent, whatever became of it."""
    first = dict(Consent.objects.filter(kind="processing").order_by("-id").values_list("person_id", "id"))
    queues = [([], []) for _module in modules]
    for life, participation in zip(lives, participations, strict=True):
        queues[life.school][life.role == "mentor"].append((life, participation))
    together = [
        (module, mentor, mentee)
        for module, (mentees, mentors) in zip(modules, queues, strict=True)
        for mentor, mentee in zip(mentors, mentees, strict=False)
    ]
    number = count()
    rows = Mentorship.objects.bulk_create(
        Mentorship(
            organisation_id=module.organisation_id, module=module, kind="individual", proposed_on=FIRST,
            started_on=FIRST, state=("active", "active", "paused", "proposed")[next(number) % 4],
        )
        for module, _mentor, _mentee in together
    )  # fmt: skip
    MentorshipMember.objects.bulk_create(
        MentorshipMember(
            organisation_id=module.organisation_id, mentorship=row, module=module, participation=participation,
            person_id=participation.person_id, role=life.role, starts_on=FIRST,
            is_minor=participation.person_id in first, consent_id=first.get(participation.person_id),
        )
        for row, (module, mentor, mentee) in zip(rows, together, strict=True)
        for life, participation in (mentor, mentee)
    )  # fmt: skip
    return {row.pk: (mentor[0], mentee[0]) for row, (_module, mentor, mentee) in zip(rows, together, strict=True)}


def _guardians(own):
    """Every guardian has an account and the role of one, throughout."""
    wards = [(life, person, term) for life, person in own for term in life.guardians]
    users = User.objects.bulk_create(User(username=f"guardian{number}") for number in range(len(wards)))
    guardians = Person.objects.bulk_create(
        Person(
            organisation_id=person.organisation_id, user=user, surname="Родитель", given_name=str(number),
            normal_name=f"родитель {number}", birth_date=date(1985, 5, 17),
        )
        for number, ((_life, person, _term_), user) in enumerate(zip(wards, users, strict=True))
    )  # fmt: skip
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role="guardian", organisation_id=guardian.organisation_id, starts_on=FIRST)
        for user, guardian in zip(users, guardians, strict=True)
    )
    Guardianship.objects.bulk_create(
        Guardianship(organisation_id=person.organisation_id, guardian=guardian, child=person, **_term(term))
        for (_life, person, term), guardian in zip(wards, guardians, strict=True)
    )
