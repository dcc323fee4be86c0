from datetime import date

import factory

from nastavnik.domain.organisations import models
from nastavnik.domain.organisations.enums import OrganisationKind, StudyGroupWord, TerritoryKind


class TerritoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Territory

    kind = TerritoryKind.MUNICIPALITY
    title = factory.Sequence(lambda n: f"Вымышленный округ № {n}")


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Organisation

    territory = factory.SubFactory(TerritoryFactory)
    kind = OrganisationKind.SCHOOL
    title = factory.Sequence(lambda n: f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {n}»")
    short_title = factory.Sequence(lambda n: f"Школа № {n}")
    city = "Заозёрск"
    study_group_word = StudyGroupWord.CLASS


class AcademicYearFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.AcademicYear
        django_get_or_create = ("organisation", "title")

    organisation = factory.SubFactory(OrganisationFactory)
    title = "2026/27"
    starts_on = date(2026, 9, 1)
    ends_on = date(2027, 8, 31)


class StudyGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.StudyGroup

    academic_year = factory.SubFactory(AcademicYearFactory)
    organisation = factory.SelfAttribute("academic_year.organisation")
    title = factory.Sequence(lambda n: f"{n % 11 + 1}Б{n // 11 or ''}")
    grade = factory.Sequence(lambda n: n % 11 + 1)
