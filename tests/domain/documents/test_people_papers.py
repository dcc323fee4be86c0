"""Papers about one person, pair or partner, out of their rows."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.documents import actions, queries
from nastavnik.domain.documents.adapter.consenting import signing_of
from nastavnik.domain.documents.adapter.naming import name_checks
from nastavnik.domain.documents.adapter.papers import own_paper
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import (
    NoGuardian,
    NotAnEmployee,
    NotForChildren,
    OtherProgrammeType,
    SubjectMissing,
)
from nastavnik.domain.documents.kinds.consenting import Signing
from nastavnik.domain.organisations.models import Partner
from nastavnik.domain.people.models import Enrolment, Guardianship
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.documents.kinds.reading import said, section
from tests.domain.mentorships import scene as pairs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
FORMS = ("participation_consent", "personal_data_consent", "publication_consent")


# --- consents -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "own_from", "signing"),
    [
        (date(2014, 3, 2), 14, Signing.GUARDIAN),
        (date(2012, 11, 24), 14, Signing.GUARDIAN),
        (date(2012, 11, 23), 14, Signing.BOTH),
        (date(2012, 11, 23), 16, Signing.GUARDIAN),
        (date(2008, 11, 24), 18, Signing.GUARDIAN),
        (date(2008, 11, 24), 14, Signing.BOTH),
        (date(2008, 11, 23), 14, Signing.ADULT),
    ],
)
def test_who_signs_is_who_the_gate_asks_for(born, own_from, signing):
    person = make.PersonFactory(birth_date=born, organisation__own_consent_from=own_from)

    assert signing_of(person, scene.TODAY) == signing


def test_of_somebody_who_looks_like_a_child_the_age_is_left_open():
    place = scene.school()
    child = pairs.mentee(place.module, consent=False, birth_date=None)
    adult = pairs.mentor(place.module, birth_date=None)

    assert signing_of(child.person, scene.TODAY) == Signing.UNKNOWN
    assert signing_of(adult.person, scene.TODAY) == Signing.ADULT


def test_forms_are_printed_before_there_is_a_consent_and_name_the_only_guardian():
    place = scene.school(letterhead="000017, г. Заозёрск, ул. Школьная, д. 17")
    child = pairs.mentee(place.module, consent=False, surname="Воронов")
    pairs.guardian_of(child.person)
    group = make.StudyGroupFactory(academic_year=place.module.programme.academic_year, title="6Б")
    Enrolment.objects.create(
        organisation=place.organisation, person=child.person, study_group=group, starts_on=date(2026, 9, 1)
    )

    form = actions.prepare(FORMS[1], participation=child, dated_on=scene.TODAY, by=place.coordinator)

    lines = [line.replace("\u00a0", " ") for line in scene.said(form)]
    assert "Участник: Воронов Тимур Игоревич, 6 «Б» класс" in lines
    assert "Законный представитель: Родителев Тимур Игоревич" in lines
    assert [line for line in lines if line.endswith("адрес: 000017, г. Заозёрск, ул. Школьная, д. 17.")]
    assert [line for line in lines if "152-ФЗ" in line]
    assert (form.number, form.person, form.state) == ("", child.person, DocumentState.DRAFT)


def test_of_two_guardians_none_is_chosen_for_them():
    place = scene.school()
    child = pairs.mentee(place.module, consent=False)
    pairs.guardian_of(child.person)
    other = make.PersonFactory(organisation=place.organisation, adult=True, surname="Второва")
    Guardianship.objects.create(
        organisation=place.organisation, guardian=other, child=child.person, starts_on=date(2026, 9, 1)
    )

    for code in FORMS:
        assert "Законный представитель:" in section(own_paper(scene.draft(place, code, child)), "who")


def test_a_term_that_somebody_named_wins_over_the_end_of_the_programme():
    place = scene.school()
    child = pairs.mentee(place.module, consent=False)

    usual = said(own_paper(scene.draft(place, FORMS[2], child)))
    named = said(own_paper(scene.draft(place, FORMS[2], child, valid_until=date(2027, 12, 31))))

    assert [line for line in usual if "(31 мая 2027 г.)" in line]
    assert [line for line in named if "(31 декабря 2027 г.)" in line]


# --- employees and partners -----------------------------------------------------------------------------------------


def test_employees_consent_is_theirs_who_work_here():
    place = scene.school()
    partner = Partner.objects.create(organisation=place.organisation, title="Завод")
    employee = pairs.mentor(place.module, surname="Лебедев")
    strangers = [
        pairs.mentor(place.module, partner=partner),
        pairs.mentor(place.module, post=""),
        make.ParticipationFactory(module=place.module, person__adult=True),
        make.ParticipationFactory(module=place.module, mentor=True, person__post="вожатый"),
    ]

    assert "от учителя Лебедева Т. И." in said(own_paper(scene.draft(place, "employee_consent", employee)))
    for stranger in strangers:
        with pytest.raises(NotAnEmployee) as refused:
            own_paper(scene.draft(place, "employee_consent", stranger))
        assert isinstance(refused.value, NotForChildren) == (stranger.person.birth_date.year > 2008)
    assert "должность" not in str(NotForChildren.sentence)


def test_supplementary_agreement_takes_the_pair_and_the_answers():
    place = scene.teachers()
    mentor = pairs.mentor(place.module, surname="Лебедев")
    young = pairs.mentee(place.module, consent=False, surname="Ким", birth_date=date(2000, 1, 1), post="учитель физики")
    scene.confirmed(place, mentor=mentor, mentee=young)

    agreement = actions.prepare(
        "supplementary_agreement",
        participation=mentor,
        dated_on=scene.TODAY,
        answers={"pay": "Доплата 2000 рублей", "valid_until": "2027-03-01", "content": "Посещать уроки"},
        by=place.coordinator,
    )

    paper = own_paper(agreement)
    assert "1.2. Наставляемый: Ким Тимур Игоревич, учитель физики." in section(paper, "subject")
    assert "статья 351.8 Трудового кодекса Российской Федерации." in section(paper, "subject")
    assert section(paper, "work")[2:] == [
        "посещать уроки.",
        "2.2. Форма: «ученик–ученик», вид: индивидуальное.",
        "2.3. Срок: с 1 сентября 2026 г. по 1 марта 2027 г.",
    ]
    assert (agreement.book, agreement.valid_until) == ("agreements", date(2027, 3, 1))


def test_the_law_on_work_with_colleagues_is_not_for_a_programme_of_pupils():
    place = scene.school()
    mentor = pairs.mentor(place.module)

    with pytest.raises(OtherProgrammeType):
        actions.prepare(
            "supplementary_agreement", participation=mentor, dated_on=scene.TODAY, answers={"pay": "нет"}, by=None
        )


def test_partner_agreement_takes_the_partners_card():
    place = scene.school()
    partner = Partner.objects.create(
        organisation=place.organisation,
        title="Завод",
        full_title="ООО «Прибор»",
        address="г. Заозёрск, ул. Заводская, д. 3",
        signatory="Тихомиров Олег Борисович",
        signatory_post="генеральный директор",
        signs_by="устава",
    )

    paper = own_paper(scene.draft(place, "partner_agreement", partner=partner, answers={"work": "Ведут группу"}))

    assert section(paper, "preamble")[0].endswith(
        "ООО «Прибор» в лице генерального директора Тихомирова Олега Борисовича, действующего на основании устава, "
        "далее – Партнёр, с другой стороны, заключили соглашение о следующем."
    )
    assert section(paper, "term")[1] == "6.1. Соглашение действует с 23 ноября 2026 г. по 31 мая 2027 г."
    assert "г. Заозёрск, ул. Заводская, д. 3" in section(paper, "parties")


def test_partner_agreement_is_about_a_programme():
    place = scene.school()
    partner = Partner.objects.create(organisation=place.organisation, title="Завод")

    with pytest.raises(SubjectMissing):
        actions.prepare("partner_agreement", partner=partner, dated_on=scene.TODAY, answers={"work": "Всё"}, by=None)


# --- letters of thanks ----------------------------------------------------------------------------------------------


def test_parents_are_thanked_for_a_child_whose_data_may_be_used():
    place = scene.school()
    child = pairs.mentee(place.module, consent=False)
    said_to = {"participation": child, "dated_on": scene.TODAY, "answers": {"to": "guardians"}, "by": place.coordinator}

    with pytest.raises(ConsentMissing):
        actions.prepare("thanks_letter", **said_to)
    make.signed_consent(child.person)
    with pytest.raises(NoGuardian):
        actions.prepare("thanks_letter", **said_to)
    parent = pairs.guardian_of(child.person)
    letter = actions.prepare("thanks_letter", **said_to)

    assert "Родителеву Тимуру Игоревичу" in scene.said(letter)
    assert queries.proposed_number(place.organisation, "thanks_letter", scene.TODAY).endswith("-Б")
    assert letter not in queries.visible_to(parent.user)
    actions.edit_paper(
        letter, number="1-Б", dated_on=scene.TODAY, answers={"to": "guardians"}, version=letter.version, by=None
    )
    actions.issue(letter, by=place.coordinator)
    assert letter in queries.visible_to(parent.user)


def test_a_doubtful_name_of_who_is_thanked_is_asked_about():
    place = scene.school()
    child = pairs.mentee(place.module)
    parent = pairs.guardian_of(child.person)
    parent.surname, parent.given_name, parent.patronymic = "Smith", "Jo", ""
    parent.save()

    letter = scene.draft(place, "thanks_letter", child, answers={"to": "guardians"})

    assert [(check.person, check.case) for check in name_checks(letter)] == [(parent, "dative")]
    assert section(own_paper(letter), "text")[:2] == ["на имя:", "Smith Jo"]


def test_an_agreement_names_no_child_whose_data_may_not_be_used():
    place = scene.school()
    pair = scene.confirmed(place, mentor=pairs.mentor(place.module, post="учитель"))
    mentor, child = (scene.member(pair, role) for role in ("mentor", "mentee"))
    paper = scene.draft(place, "supplementary_agreement", mentor.participation)
    assert child.person.surname in " ".join(said(own_paper(paper)))

    [consent] = child.person.consents.all()
    withdraw_consent(consent, on=scene.TODAY, by=place.coordinator)

    assert child.person.surname not in " ".join(said(own_paper(paper)))
