"""Waves of surveys: who is asked, who is reminded, what comes out."""

from datetime import date

import pytest

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.monitoring import actions, queries, tokens
from nastavnik.domain.monitoring.errors import (
    AskedByNobody,
    NobodyToAsk,
    NoVersionToAsk,
    ReminderTooSoon,
    WaveIsNotOpen,
)
from nastavnik.domain.monitoring.models import SurveyInvitation, WaveSheet
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.errors import AlreadySubmitted, SheetIncomplete, VersionIsInUse
from nastavnik.domain.questionnaires.models import AnswerSheet
from nastavnik.domain.questionnaires.scoring import Result
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = date(2026, 11, 23)
GOOD = {"comfort": "8", "worried": "no", "wish": "Больше встреч"}


def answer(invitation, answers=GOOD):
    sheet = None
    for page in (0, 1):
        sheet, mistakes = actions.answer_page(invitation.wave, answers, page=page, invitation=invitation)
        assert mistakes == ()
    actions.finish(invitation.wave, sheet, invitation=invitation)
    return AnswerSheet.objects.get(pk=sheet.pk)


def test_only_people_whose_data_may_be_used_are_asked():
    module = make.ModuleFactory()
    secret = make.PersonFactory(organisation=module.organisation, surname="Тайный")
    make.ParticipationFactory(module=module, person=secret)

    wave = make.open_wave(module=module, mentees=2)

    assert wave.invitations.count() == 2
    assert not wave.invitations.filter(person=secret).exists()
    assert not Message.objects.filter(recipient=secret).exists()
    assert Message.objects.filter(kind="survey_waits").count() == 2


def test_parents_are_asked_about_children_with_a_consent_only():
    module = make.ModuleFactory()
    parents = []
    for agreed in (True, False):
        child = make.PersonFactory(organisation=module.organisation)
        make.ParticipationFactory(module=module, person=child)
        parent = make.PersonFactory(organisation=module.organisation, adult=True)
        Guardianship.objects.create(
            organisation=module.organisation, guardian=parent, child=child, starts_on=date(2026, 9, 1)
        )
        parents.append(parent)
        if agreed:
            make.signed_consent(child)
    survey = actions.create_survey(
        module.programme,
        questionnaire=make.questionnaire(module.organisation).questionnaire,
        title="Родителям",
        roles=["guardian"],
        by=None,
    )

    assert list(queries.people_to_ask(survey, TODAY)) == [parents[0]]


def test_a_parent_is_not_reminded_of_a_child_whose_consent_is_gone():
    module = make.ModuleFactory()
    child = make.PersonFactory(organisation=module.organisation)
    make.ParticipationFactory(module=module, person=child)
    parent = make.PersonFactory(organisation=module.organisation, adult=True)
    Guardianship.objects.create(
        organisation=module.organisation, guardian=parent, child=child, starts_on=date(2026, 9, 1)
    )
    consent = make.signed_consent(child)
    asked = make.questionnaire(module.organisation).questionnaire
    survey = actions.create_survey(module.programme, questionnaire=asked, title="Вам", roles=["guardian"], by=None)
    wave = actions.open_wave(actions.plan_wave(survey, starts_on=TODAY, by=None), by=None)
    parent.user = make.UserFactory()
    parent.save()
    assert [row.person for row in queries.silent(wave, TODAY)] == [parent]
    assert [row.person for row in queries.waiting_for(parent.user)] == [parent]

    withdraw_consent(consent, on=TODAY, by=None)

    assert actions.remind(wave, by=None) == 0
    assert list(queries.silent(wave, TODAY)) == []
    assert list(queries.waiting_for(parent.user)) == []  # nor does it stand on the parent's page


def test_with_nobody_to_ask_a_wave_does_not_open():
    with pytest.raises(NobodyToAsk):
        make.open_wave(mentees=0)


def test_a_survey_names_whom_it_asks_and_asks_what_is_in_force():
    module = make.ModuleFactory()
    draft = questionnaires.create(module.organisation, title="Черновик", by=None)

    with pytest.raises(AskedByNobody):
        actions.create_survey(module.programme, questionnaire=draft.questionnaire, title="О", roles=[], by=None)
    survey = actions.create_survey(
        module.programme, questionnaire=draft.questionnaire, title="О", roles=["mentor"], by=None
    )
    with pytest.raises(NoVersionToAsk):
        actions.plan_wave(survey, starts_on=TODAY, by=None)


def test_answers_are_kept_page_by_page_and_counted_once():
    first = make.open_wave().invitations.first()

    sheet = answer(first)
    first.refresh_from_db()

    assert sheet.respondent == first.person
    assert sheet.answers == {"comfort": 8, "worried": False, "wish": "Больше встреч"}
    assert sheet.scores == {"comfort": Result(8, 1, 1, "спокойно", 10).as_plain()}
    assert first.is_answered
    with pytest.raises(AlreadySubmitted):
        answer(first)
    with pytest.raises(AlreadySubmitted):
        questionnaires.save_page(sheet, {"comfort": "1"}, page=0)


def test_an_incomplete_sheet_is_not_sent_and_stays():
    invitation = make.open_wave().invitations.first()
    sheet, mistakes = actions.answer_page(invitation.wave, {"comfort": "3"}, page=0, invitation=invitation)

    assert [mistake.code for mistake in mistakes] == ["comment_missing", "missing"]
    with pytest.raises(SheetIncomplete):
        actions.finish(invitation.wave, sheet, invitation=invitation)
    invitation.refresh_from_db()
    assert not invitation.is_answered
    assert queries.named_draft(invitation).answers == {"comfort": 3}


def test_those_who_did_not_answer_are_reminded_once_a_day():
    wave = make.open_wave(mentees=3)
    answer(wave.invitations.first())
    Message.objects.all().delete()

    assert actions.remind(wave, by=None) == 2
    assert Message.objects.count() == 2
    with pytest.raises(ReminderTooSoon):
        actions.remind(wave, by=None)


def test_who_withdraws_is_neither_reminded_nor_let_in():
    invitation = make.open_wave(mentees=2).invitations.first()
    token = make.token(invitation)
    assert queries.invitation_by(token) == invitation

    withdraw_consent(invitation.person.consents.get(), on=TODAY, by=None)
    Message.objects.all().delete()

    assert queries.invitation_by(token) is None
    assert actions.remind(invitation.wave, by=None) == 1
    assert not Message.objects.filter(recipient=invitation.person).exists()
    assert invitation not in list(queries.invitations_of(invitation.wave, TODAY))


def test_a_closed_wave_takes_nothing_and_forgets_what_was_only_begun():
    wave = make.open_wave(mentees=2)
    first, second = wave.invitations.all()
    answer(first)
    actions.answer_page(wave, {"comfort": "5"}, page=0, invitation=second)

    actions.close_wave(wave, by=None)

    assert AnswerSheet.objects.count() == 1
    with pytest.raises(WaveIsNotOpen):
        answer(second)
    with pytest.raises(ForbiddenTransition):
        actions.open_wave(wave, by=None)


def test_paper_may_have_gaps_and_no_nonsense():
    wave = make.open_wave(mentees=2)
    first = wave.invitations.first()

    refused, mistakes = actions.enter_paper(wave, {"comfort": "12"}, invitation=first, by=None)
    assert (refused, [mistake.code for mistake in mistakes]) == (None, ["off_scale"])
    sheet, mistakes = actions.enter_paper(wave, {"comfort": "2"}, invitation=first, by=None)

    first.refresh_from_db()
    assert (sheet.answers, mistakes, first.is_answered) == ({"comfort": 2}, (), True)
    assert list(queries.silent(wave, TODAY)) == [wave.invitations.last()]
    with pytest.raises(AlreadySubmitted):
        actions.enter_paper(wave, {"comfort": "2"}, invitation=first, by=None)


def test_numbers_come_with_n_and_few_answers_tell_nothing():
    wave = make.open_wave(mentees=6)
    invitations = list(wave.invitations.all())
    for invitation in invitations[:4]:
        answer(invitation)
    few = queries.results(wave)
    answer(invitations[4], {"comfort": "4", "worried": "yes", "what": "Тишина", "wish": ""})
    enough = queries.results(wave)

    assert (few.asked, few.answered, few.percent, few.is_small, few.questions) == (6, 4, 67, True, ())
    comfort, worried, what, wish = enough.questions
    assert (comfort.n, comfort.mean) == (5, 7.2)
    assert [(share.code, share.count) for share in worried.shares] == [("yes", 1), ("no", 4)]
    assert (what.n, what.is_withheld, what.texts) == (1, True, ())
    assert (wish.n, wish.is_withheld) == (4, True)
    assert (enough.scores[0].mean, [share.count for share in enough.scores[0].levels]) == (7.2, [1, 4])


def test_a_version_in_force_is_never_changed():
    version = make.questionnaire(make.OrganisationFactory())

    with pytest.raises(VersionIsInUse):
        questionnaires.save_draft(version, spec=version.asked, version=version.version, by=None)
    newer = questionnaires.edit_again(version.questionnaire, by=None)
    questionnaires.publish(newer, by=None)

    version.refresh_from_db()
    assert (version.state, newer.number, newer.state) == ("retired", 2, "published")


def test_codes_are_read_as_they_are_typed():
    invitation = make.open_wave(mentees=1).invitations.get()
    token = make.token(invitation)
    typed = f" {tokens.spaced(token).lower().translate(str.maketrans('abekmhpctx', 'авекмнрстх'))} "

    assert tokens.normal(typed) == token
    assert queries.invitation_by(typed) == invitation
    assert queries.invitation_by("ЭТОГОНЕТ") is None
    assert token not in str(SurveyInvitation.objects.values_list().get())
    assert not WaveSheet.objects.exists()
