from datetime import date

import factory

from nastavnik.domain.programmes import models
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState, ProgrammeState, ProgrammeType
from tests.factories.organisations import AcademicYearFactory, OrganisationFactory
from tests.factories.people import PersonFactory


class MentoringFormatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.MentoringFormat
        django_get_or_create = ("code", "organisation")

    code = "student_student"
    organisation = None
    title = "ученик–ученик"


class ProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Programme

    organisation = factory.SubFactory(OrganisationFactory)
    academic_year = factory.SubFactory(AcademicYearFactory, organisation=factory.SelfAttribute("..organisation"))
    title = factory.Sequence(lambda n: f"Старшие — младшим {n}")
    type = ProgrammeType.PUPILS
    state = ProgrammeState.RUNNING
    starts_on = date(2026, 9, 1)
    ends_on = date(2027, 5, 31)


class ModuleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Module

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    title = "Основной модуль"
    mentoring_format = factory.SubFactory(MentoringFormatFactory)


class ParticipationFactory(factory.django.DjangoModelFactory):
    """A mentee who can be matched, with an empty profile; `mentor=True` is a mentor."""

    class Meta:
        model = models.Participation
        skip_postgeneration_save = True

    class Params:
        mentor = factory.Trait(role=ParticipationRole.MENTOR)

    module = factory.SubFactory(ModuleFactory)
    organisation = factory.SelfAttribute("module.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    role = ParticipationRole.MENTEE
    state = ParticipationState.READY
    joined_on = date(2026, 9, 10)

    @factory.post_generation
    def profile(self, create, values, **fields):
        if create:
            models.ParticipationProfile.objects.create(organisation=self.organisation, participation=self, **fields)
