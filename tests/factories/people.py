from datetime import date

import factory

from nastavnik.domain.people import models
from nastavnik.domain.people.normal import comparable_name
from tests.factories.organisations import OrganisationFactory


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.User

    username = factory.Sequence(lambda n: f"user{n}")
    password = "!"


class PersonFactory(factory.django.DjangoModelFactory):
    """A child of twelve, unless said otherwise; `adult=True` is a grown-up, `with_user=True` can sign in."""

    class Meta:
        model = models.Person

    class Params:
        adult = factory.Trait(birth_date=date(1985, 5, 17), post="учитель")
        with_user = factory.Trait(user=factory.SubFactory(UserFactory))

    organisation = factory.SubFactory(OrganisationFactory)
    surname = factory.Sequence(lambda n: f"Вымышленный{n}")
    given_name = "Тимур"
    patronymic = "Игоревич"
    birth_date = date(2014, 3, 2)
    normal_name = factory.LazyAttribute(lambda o: comparable_name(f"{o.surname} {o.given_name} {o.patronymic}"))


class RoleAssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.RoleAssignment

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    starts_on = date(2026, 9, 1)


def staff(role, organisation=None, **person):
    """A grown-up with an account and a role in the organisation; returns the user, `user.person` is the person."""
    organisation = organisation or OrganisationFactory()
    someone = PersonFactory(organisation=organisation, adult=True, with_user=True, **person)
    RoleAssignmentFactory(user=someone.user, role=role, organisation=organisation)
    someone.user.person = someone
    return someone.user
