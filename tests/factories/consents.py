from datetime import date

import factory

from nastavnik.domain.consents import models
from nastavnik.domain.consents.enums import ConsentKind, SigningMethod, SigningParty
from tests.factories.people import PersonFactory


class ConsentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Consent

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SelfAttribute("person.organisation")
    kind = ConsentKind.PROCESSING
    starts_on = date(2026, 9, 1)


class ConsentSignatureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ConsentSignature

    consent = factory.SubFactory(ConsentFactory)
    organisation = factory.SelfAttribute("consent.organisation")
    party = SigningParty.GUARDIAN
    signed_on = date(2026, 9, 1)
    method = SigningMethod.PAPER


def signed_consent(person, **consent):
    """A consent with the signatures of guardian and child: enough at every age."""
    given = ConsentFactory(person=person, **consent)
    ConsentSignatureFactory(consent=given, party=SigningParty.GUARDIAN)
    ConsentSignatureFactory(consent=given, party=SigningParty.CHILD)
    return given
