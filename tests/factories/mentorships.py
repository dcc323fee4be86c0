from datetime import date

import factory

from nastavnik.domain.mentorships import models
from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from tests.factories.consents import signed_consent
from tests.factories.people import PersonFactory
from tests.factories.programmes import ModuleFactory, ParticipationFactory


class MentorshipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Mentorship

    module = factory.SubFactory(ModuleFactory)
    organisation = factory.SelfAttribute("module.organisation")
    kind = Kind.INDIVIDUAL
    state = MentorshipState.ACTIVE
    proposed_on = date(2026, 9, 20)
    started_on = date(2026, 10, 1)


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Meeting

    mentorship = factory.SubFactory(MentorshipFactory)
    organisation = factory.SelfAttribute("mentorship.organisation")
    state = MeetingState.HELD
    happens_on = date(2026, 11, 10)


def add_member(mentorship, participation, *, is_minor=False, consent=None):
    """Put somebody into a mentorship; a minor comes with the consent that the database asks for."""
    return models.MentorshipMember.objects.create(
        organisation=mentorship.organisation,
        mentorship=mentorship,
        module=mentorship.module,
        participation=participation,
        person=participation.person,
        role=participation.role,
        is_minor=is_minor,
        consent=consent,
        starts_on=mentorship.started_on or mentorship.proposed_on,
    )


def active_group(module=None, *, mentees=3, **mentorship):
    """A working group of one mentor and some children with signed consents, all with accounts."""
    group = active_pair(module, **{"kind": Kind.GROUP, "title": "Группа", **mentorship})
    for _ in range(mentees - 1):
        child = PersonFactory(organisation=group.organisation, with_user=True)
        consent = signed_consent(child)
        add_member(group, ParticipationFactory(module=group.module, person=child), is_minor=True, consent=consent)
    return group


def active_pair(module=None, **mentorship):
    """A working pair of a grown-up mentor and a child with a signed consent, both with accounts."""
    pair = MentorshipFactory(module=module or ModuleFactory(), **mentorship)
    child = PersonFactory(organisation=pair.organisation, with_user=True)
    mentor = PersonFactory(organisation=pair.organisation, adult=True, with_user=True)
    consent = signed_consent(child)
    add_member(pair, ParticipationFactory(module=pair.module, person=child), is_minor=True, consent=consent)
    add_member(pair, ParticipationFactory(module=pair.module, person=mentor, role=ParticipationRole.MENTOR))
    return pair
