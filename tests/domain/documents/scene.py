"""The people of these tests: a school with a head and a coordinator, agreed and completed pairs."""

from datetime import date
from types import SimpleNamespace

from nastavnik.domain.documents import actions, adapter
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document, DocumentMentorship
from nastavnik.domain.documents.rendering.papers import text_of
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Answer, EndReason
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import ProgrammeState, ProgrammeType
from tests import factories as make
from tests.domain.mentorships import scene

TODAY = date(2026, 11, 23)


def school(**organisation):
    """An organisation with a module, a head and a coordinator."""
    here = make.OrganisationFactory(**organisation)
    return SimpleNamespace(
        organisation=here,
        module=make.ModuleFactory(programme__organisation=here),
        head=make.staff(
            RoleCode.HEAD, here, surname="Верхнекамская", given_name="Анна", patronymic="Кирилловна", gender="female"
        ),
        coordinator=make.staff(
            RoleCode.COORDINATOR, here, surname="Петрова", given_name="Ольга", patronymic="Ильинична", gender="female"
        ),
    )


def confirmed(place, mentee=None, mentor=None):
    """A pair that everybody agreed to."""
    sides = (mentor or scene.mentor(place.module), mentee or scene.mentee(place.module))
    [pair] = mentorships.propose(place.module, pairs=[sides], on=scene.PROPOSED, by=None)
    for approval in pair.approvals.all():
        pair = mentorships.answer(approval, answer=Answer.YES, by=place.coordinator, on_paper=True)
    return pair


def completed(place, **sides):
    """A pair that worked from 16 to 23 November and is done."""
    pair = mentorships.start(confirmed(place, **sides), on=scene.PROPOSED, by=None)
    mentorships.hold(make.MeetingFactory(mentorship=pair, state="planned", happens_on=date(2026, 11, 18), minutes=90),
                     by=place.coordinator)  # fmt: skip
    return mentorships.complete(pair, on=TODAY, reason=EndReason.PLAN_DONE, by=place.coordinator)


def member(pair, role):
    return pair.members.select_related("person", "mentorship__module__programme", "organisation").get(role=role)


def said(document):
    """The lines of a paper as it is kept."""
    return text_of(adapter.kept_paper(document))


def designed():
    """A school whose programme is still prepared; it has no pairs."""
    here = school(head_post="директор")
    here.programme = here.module.programme
    here.programme.state = ProgrammeState.PREPARING
    here.programme.save()
    return here


def prepare(place, code="regulation_order", **said):
    """A draft about the programme; all of its usual appendices unless some are named."""
    given = {"programme": place.programme, "dated_on": TODAY, "by": place.coordinator, **said}
    return actions.prepare(code, **given)


def draft(place, code, participation=None, *, mentorship=None, answers=None, **more):
    """A draft of the kind, nothing drawn yet."""
    row = Document.objects.create(
        organisation=place.organisation,
        kind=code,
        title=str(kind_of(code).title),
        book=kind_of(code).book,
        dated_on=TODAY,
        year=TODAY.year,
        programme=place.module.programme,
        participation=participation,
        person=participation.person if participation else None,
        answers=answers or {},
        **more,
    )
    if mentorship:
        DocumentMentorship.objects.create(organisation=place.organisation, document=row, mentorship=mentorship)
    return row


def teachers():
    """A school with a programme of teachers."""
    place = school()
    module = make.ModuleFactory(
        programme__organisation=place.organisation, programme__type=ProgrammeType.TEACHERS, programme__title="Учителя"
    )
    return SimpleNamespace(**{**vars(place), "module": module})
