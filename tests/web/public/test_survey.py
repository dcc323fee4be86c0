"""Answering by a code: page by page, without an account, without JavaScript; and nobody can tell whose sheet it is."""

import logging
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection

from nastavnik.core import clock
from nastavnik.core.models import AuditEntry, Job, Submission
from nastavnik.domain.monitoring import actions, queries
from nastavnik.domain.monitoring.models import SurveyInvitation, WaveSheet
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Person
from nastavnik.domain.questionnaires.models import AnswerSheet
from nastavnik.domain.questionnaires.shipped import SHIPPED
from tests import factories as make
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
FIRST = {"page": "0", "seen": "comfort,worried", "comfort": "8", "worried": "no", "go": "next"}
LAST = {"page": "1", "seen": "wish", "wish": "Больше встреч", "go": "next"}


def text(answer):
    return answer.content.decode()


@pytest.fixture
def invited():
    return make.open_wave(mentees=2).invitations.first()


def test_a_child_answers_on_two_pages_and_is_thanked(client, invited):
    address = f"/s/{make.token(invited)}/"

    opened = text(client.get(address))
    first = client.post(address, FIRST)
    kept = AnswerSheet.objects.get().answers
    last = client.post(address, LAST)

    assert "Страница 1 из 2" in opened
    assert "Что именно?" not in opened
    assert (first.status_code, first.url) == (303, f"{address}?page=1")
    assert kept == {"comfort": 8, "worried": False}
    assert (last.status_code, last.url) == (303, "/s/thanks/")
    assert "Спасибо, ответы отправлены" in text(client.get(address))
    assert AnswerSheet.objects.get().respondent == invited.person


def test_what_is_missing_is_told_and_what_was_typed_stays(client, invited):
    answer = client.post(f"/s/{make.token(invited)}/", FIRST | {"comfort": "2", "worried": ""})

    assert answer.status_code == 422
    assert "нужно сказать почему" in text(answer)
    assert 'value="2" checked' in text(answer)
    assert AnswerSheet.objects.get().answers == {"comfort": 2}


def test_a_question_that_an_answer_adds_is_asked_at_once(client, invited):
    address = f"/s/{make.token(invited)}/"

    added = client.post(address, FIRST | {"worried": "yes"})
    again = text(client.get(added.url))
    on = client.post(address, FIRST | {"worried": "yes", "what": "Шумно", "seen": "comfort,worried,what"})

    assert added.url == f"{address}?page=0#q-what"
    assert "3. Что именно?" in again
    assert on.url == f"{address}?page=1"


def test_it_goes_on_where_one_stopped_also_on_another_device(client, invited):
    address = f"/s/{make.token(invited)}/"
    client.post(address, FIRST)
    client.cookies.clear()

    back = client.post(address, LAST | {"go": "back"})

    assert "Чего не хватило?" in text(client.get(address))
    assert back.url == f"{address}?page=0"
    assert 'value="8" checked' in text(client.get(back.url))
    assert AnswerSheet.objects.get().answers["wish"] == "Больше встреч"


def test_a_code_is_typed_from_a_card(client, invited):
    opened = client.post("/s/", {"code": f" {make.token(invited).lower()[:4]}-{make.token(invited)[4:]}"})
    unknown = client.get("/s/ABEKABEKAB/")

    assert opened.url == f"/s/{make.token(invited)}/"
    assert (unknown.status_code, "Такого кода нет" in text(unknown)) == (404, True)
    assert unknown.headers["X-Robots-Tag"] == "noindex"


def test_a_closed_wave_says_so(client, invited):
    actions.close_wave(invited.wave, by=None)

    answer = client.get(f"/s/{make.token(invited)}/")

    assert (answer.status_code, "Опрос закончился" in text(answer)) == (410, True)


# --- without names -------------------------------------------------------------------------------------------------


def everything():
    """Every row of every table, as a thief of the database would have it, the tables of Django among them."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = {tuple(map(str, row)) for row in cursor.fetchall()}
    return found


def answer_without_name(client, invitation, words):
    address = f"/s/{make.token(invitation)}/"
    client.get(address)
    client.post(address, FIRST)
    sent = client.post(address, LAST | {"wish": words})
    assert sent.url == "/s/thanks/"
    client.cookies.clear()


def test_nothing_leads_from_a_sheet_without_a_name_to_a_person(client, caplog):
    caplog.set_level(logging.DEBUG)
    wave = make.open_wave(mentees=7, is_anonymous=True)
    invitations = list(wave.invitations.all())
    order = invitations[3:] + invitations[:3]
    quiet = [AuditEntry, Job, Message, Submission]
    before, counts = everything(), [model.objects.count() for model in quiet]
    for minutes, invitation in enumerate(order):
        with clock.fixed(NOW + timedelta(minutes=minutes)):
            client.force_login(invitation.person.user)  # signed in as well: even that tells nothing
            session_rows = everything()
            answer_without_name(client, invitation, f"слова {minutes}")
        changed = {name for name, rows in everything().items() if rows != session_rows[name]}

        assert changed == {"monitoring_surveyinvitation", "monitoring_wavesheet", "questionnaires_answersheet"}

    sheets = {sheet.answers["wish"]: sheet for sheet in AnswerSheet.objects.all()}
    ids = [sheets[f"слова {number}"].pk for number in range(7)]
    persons = {str(invitation.person_id) for invitation in invitations}

    # Neither the rows nor what stands beside them name anybody.
    for sheet in sheets.values():
        assert (sheet.respondent, sheet.subject, sheet.entered_by, sheet.submitted_at, sheet.draft_digest) == (
            None,
        ) * 5
    for link in WaveSheet.objects.all():
        assert link.invitation is None
    # No moment differs: all were written in one day, which is all that is known.
    assert len(set(AnswerSheet.objects.values_list("created_at", "submitted_on", "version", "page"))) == 1
    assert len(set(WaveSheet.objects.values_list("created_at", "version"))) == 1
    assert len(set(SurveyInvitation.objects.values_list("created_at", "version", "answered_at", "is_answered"))) == 1
    # The order of ids tells no order of answering, nor that of the list.
    assert ids != sorted(ids)
    assert ids != sorted(ids, reverse=True)
    # No row anywhere holds an id of a sheet beside that of a person, a token or an invitation.
    tables = {"monitoring_wavesheet", "questionnaires_answersheet"}
    for name, rows in everything().items():
        for row in rows:
            if any(str(pk) in cell for pk in ids for cell in row) and name not in tables:
                raise AssertionError(f"{name} knows a sheet: {row}")
    # The trail, the outbox, the queue of work and the keys of forms are as they were.
    assert [model.objects.count() for model in quiet] == counts
    # The log names no code, no sheet and no answer.
    said = caplog.text
    assert not any(str(pk) in said for pk in ids)
    assert "слова" not in said
    assert before.keys() == everything().keys()
    assert persons


def test_closing_writes_the_sheets_anew_in_another_order(client):
    wave = make.open_wave(mentees=5, is_anonymous=True)
    for number, invitation in enumerate(wave.invitations.all()):
        answer_without_name(client, invitation, f"слова {number}")
    before = set(AnswerSheet.objects.values_list("pk", flat=True))
    early = queries.results(wave)

    actions.close_wave(wave, by=None)

    after = set(AnswerSheet.objects.values_list("pk", flat=True))
    assert before & after == set()
    assert set(WaveSheet.objects.values_list("sheet", flat=True)) == after
    assert (early.is_early, early.answered, early.questions) == (True, 5, ())
    assert [summary.n for summary in queries.results(wave).questions] == [5, 5, 0, 5]


def test_without_a_name_a_draft_lives_on_its_device_alone(client, django_user_model):
    wave = make.open_wave(mentees=2, is_anonymous=True)
    address = f"/s/{make.token(wave.invitations.first())}/"
    client.post(address, FIRST)
    here = text(client.get(address))
    client.cookies.clear()

    elsewhere = text(client.get(address))

    assert "Чего не хватило?" in here
    assert "Чего не хватило?" not in elsewhere
    assert "Страница 1 из 2" in elsewhere
    assert str(AnswerSheet.objects.get()) not in here


def test_a_second_sheet_by_the_same_code_is_refused(client):
    wave = make.open_wave(mentees=2, is_anonymous=True)
    invitation = wave.invitations.first()
    address = f"/s/{make.token(invitation)}/"
    client.post(address, FIRST)
    other = client.cookies.copy()
    client.cookies.clear()
    answer_without_name(client, invitation, "первый")
    client.cookies = other

    late = client.post(address, LAST)

    assert "Спасибо, ответы отправлены" in text(late)
    assert AnswerSheet.objects.filter(submitted_on__isnull=False).count() == 1


def test_the_common_code_lets_several_answer_on_one_computer(client):
    wave = make.open_wave(mentees=1, is_anonymous=True, by_code=True)
    address = f"/s/{wave.code}/"
    client.post(address, FIRST)
    strange = text(client.get(address))
    client.post(address, {"go": "restart"})
    fresh = text(client.get(address))
    client.post(address, FIRST)
    client.post(address, LAST)

    assert "На этом устройстве анкету уже начали" in strange
    assert "Страница 1 из 2" in fresh
    assert AnswerSheet.objects.filter(submitted_on__isnull=False).count() == 1
    assert not SurveyInvitation.objects.get().is_answered
    assert apps.get_model("monitoring", "WaveSheet").objects.get().invitation is None


@pytest.fixture
def pupils_wave():
    spec = next(one.spec for one in SHIPPED if one.code == "mentee_before_student_student")
    return make.open_wave(mentees=1, spec=spec)


def test_a_ready_questionnaire_of_children_comes_a_few_questions_a_page_and_says_thou(client, pupils_wave):
    address = f"/s/{make.token(pupils_wave.invitations.first())}/"
    spec = pupils_wave.questionnaire_version.asked
    opened, given, pages = text(client.get(address)), {}, 0
    while not AnswerSheet.objects.filter(submitted_on__isnull=False).exists():
        page = text(client.get(address))
        seen = re.search('name="seen" value="([^"]*)"', page).group(1).split(",")
        number = re.search('name="page" value="([^"]*)"', page).group(1)
        given = {code: {"been": "no", "glad": "yes"}.get(code, "7") for code in seen if code not in ("expect", "value")}
        answer = client.post(address, {**given, "page": number, "seen": ",".join(seen), "go": "next"})
        assert (answer.status_code, len(seen) <= 5) == (303, True), text(answer)
        pages += 1

    assert pages == 5
    assert "Был ли у тебя" in opened
    assert len(AnswerSheet.objects.get().answers) == spec.count - 3  # what hangs on «был наставник», and two in words


def test_the_words_around_the_questions_follow_whom_they_speak_to(client, pupils_wave):
    spec = pupils_wave.questionnaire_version.asked
    invitation = make.open_wave(mentees=1, is_anonymous=True, spec=spec).invitations.first()
    grown_up = make.open_wave(mentees=1, is_anonymous=True, spec=replace(spec, is_familiar=False)).invitations.first()
    Person.objects.filter(pk=grown_up.person_id).update(birth_date=date(1980, 5, 1))

    assert "Не пиши в ответах" in text(client.get(f"/s/{make.token(invitation)}/"))
    assert "Не пишите в ответах" in text(client.get(f"/s/{make.token(grown_up)}/"))


def test_who_left_something_out_is_not_asked_whether_somebody_else_began(client):
    wave = make.open_wave(mentees=1, is_anonymous=True, by_code=True)
    address = f"/s/{wave.code}/"

    refused = client.post(address, FIRST | {"worried": ""})

    assert refused.status_code == 422
    assert "уже начали" not in text(refused)
    assert "уже начали" in text(client.get(address))
