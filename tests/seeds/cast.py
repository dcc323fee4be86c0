"""Short ways to bring invented people into an invented institution, by the product's own actions."""

from datetime import date

from nastavnik.domain.consents import actions as consents
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Answer
from nastavnik.domain.organisations import actions as organisations
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.templates import template_by_code

SEPTEMBER = date(2026, 9, 1)


def institution(kind, title, surname, given_name, **values):
    """An institution opened by its coordinator; returns (organisation, coordinator's person)."""
    coordinator = people.open_organisation(
        coordinator=people.NewPerson(surname=surname, given_name=given_name, birth_date=date(1984, 4, 4)),
        kind=kind,
        title=title,
        short_title=title,
        municipality="Вымышленный округ",
        region="Вымышленная область",
        on=SEPTEMBER,
        **values,
    )
    return coordinator.organisation, coordinator


def child(organisation, surname, given_name, born, by):
    """A child with a guardian and a paper that both signed."""
    someone = people.add_person(organisation, by=by, surname=surname, given_name=given_name, birth_date=born)
    parent = people.add_person(organisation, by=by, surname=surname, given_name="Родитель " + given_name)
    people.add_guardian(someone, guardian=parent, relation="мать", starts_on=SEPTEMBER, by=by)
    people.grant_role(
        people.ensure_user(parent), role=RoleCode.GUARDIAN, organisation=organisation, starts_on=SEPTEMBER, by=by
    )
    consents.record_consent(
        someone,
        starts_on=SEPTEMBER,
        signatures=[
            consents.Signature(SigningParty.GUARDIAN, parent, SEPTEMBER),
            consents.Signature(SigningParty.CHILD, someone, SEPTEMBER),
        ],
        by=by,
    )
    return someone


def grown_up(organisation, surname, given_name, post, by, born=date(1990, 2, 2)):
    """An adult whose clearance was checked."""
    someone = people.add_person(organisation, by=by, surname=surname, given_name=given_name, birth_date=born, post=post)
    people.record_clearance(someone, checked_on=SEPTEMBER, by=by)
    return someone


def programme(organisation, template, title, by, *, starts_on=SEPTEMBER, **values):
    """A running programme and its first module."""
    year = organisations.ensure_academic_year(organisation, on=starts_on, by=by)
    made = programmes.create_programme(
        organisation,
        template=template_by_code(template),
        title=title,
        academic_year=year,
        starts_on=starts_on,
        by=by,
        **values,
    )
    programmes.launch(made, by=by)
    return made, made.modules.get()


def ready(person, module, role, by, profile=None):
    """Somebody in the module who can be matched."""
    participation = programmes.enrol(
        person, module=module, role=role, joined_on=module.programme.starts_on, by=by, profile=profile
    )
    return programmes.admit(participation, by=by)


def agreed(mentorship, by):
    """Everybody said yes, on paper."""
    for approval in mentorship.approvals.all():
        mentorships.answer(approval, answer=Answer.YES, by=by, on_paper=True)
    mentorship.refresh_from_db()
    return mentorship
