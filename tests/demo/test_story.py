"""The invented school shows every situation that the pages have."""

import re
import shutil
import subprocess
from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client

from nastavnik.core import audit
from nastavnik.demo.story import tell
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.consents.queries import waiting
from nastavnik.domain.conversations.models import HelpRequest
from nastavnik.domain.documents.models import Document
from nastavnik.domain.events.models import Course, Event
from nastavnik.domain.events.queries import trainees
from nastavnik.domain.files.queries import read
from nastavnik.domain.intake.queries.admission import unrecorded, waiting_for_admission
from nastavnik.domain.intake.queries.gathered import gathered
from nastavnik.domain.matching.models import GroupMeeting, MatchRun, Suggestion
from nastavnik.domain.matching.queries import Studio, mutual_pairs, results
from nastavnik.domain.mentorships.models import FlashSlot, Meeting, Mentorship
from nastavnik.domain.mentorships.queries import awaiting_my_answer, awaiting_start
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import demo_users, without_clearance
from nastavnik.domain.privacy.models import DataRequest, ErasureAct
from nastavnik.domain.programmes.enums import Kind
from nastavnik.domain.programmes.models import MentorCard, Observation, ParticipationProfile
from nastavnik.domain.programmes.queries import shown_card
from tests.demo.conftest import LEAP_DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SOFFICE = shutil.which("soffice")
# «5 встречи», «2 встреч», «21 встречи»: a number and a noun that do not agree.
WRONG_PLURAL = re.compile(
    r"\b(?:\d*1[1-4]|\d*[05-9])\s(?:встреча|встречи|пара|пары|день|дня|час|часа|месяц|месяца)\b|"
    r"(?<!\d)(?:\d*[02-9])?1\s(?:встречи|встреч|пары|пар|дней|дня|часов|часа)\b"
)


@pytest.fixture(autouse=True)
def _same_folder(_quick_and_apart, settings, folder):
    settings.MEDIA_ROOT = folder


def test_story_shows_all_situations(told):
    states = Counter(Mentorship.objects.values_list("module__programme__title", "state"))

    assert states == {
        ("Старшие — младшим", "active"): 22,
        ("Старшие — младшим", "paused"): 2,
        ("Старшие — младшим", "completed"): 1,
        ("Старшие — младшим", "dissolved"): 1,
        ("Старшие — младшим", "confirmed"): 2,
        ("Старшие — младшим", "proposed"): 1,
        ("Старшие и новички «Вихря»", "active"): 4,
        ("Старшие и новички «Вихря»", "confirmed"): 1,
        ("Вместе по-разному", "active"): 7,
        ("Вместе по-разному", "completed"): 2,
    }
    runs = MatchRun.objects.order_by("number")
    assert [run.state for run in runs] == ["published", "published", "ready"]
    assert all(run.certificate["gap"] == 0 for run in runs)
    assert runs.last().proposals.exists()
    assert runs.last().left_out.exists()


def test_every_kind_is_there_and_does_what_it_is_about(told):
    rows = Mentorship.objects.filter(module__programme__title="Вместе по-разному")
    by_kind = {one.kind: one for one in rows}

    assert {*by_kind, "individual"} == set(Kind.values)
    assert rows.filter(kind="flash").count() == 2
    assert Counter(FlashSlot.objects.values_list("state", flat=True)) == {"held": 1, "booked": 1, "open": 1}
    assert [need.agreed_on is not None for need in by_kind["group"].needs.all()] == [True, False, False]
    assert all(member.part for member in by_kind["team"].members.all())
    assert by_kind["blended"].meetings.filter(state="planned", occurrence__isnull=False).exclude(link="").count() == 4
    asked = Counter(HelpRequest.objects.filter(kind="question").values_list("module__kind", "state"))
    assert asked == {("virtual", "answered"): 1, ("virtual", "open"): 1, ("situational", "answered"): 1}


def test_the_decision_on_two_mentors_waits(told):
    coordinators = {one.organisation.kind: one.user for one in demo_users() if one.role == RoleCode.COORDINATOR}

    waiting = {kind: unrecorded(user).exclude(person__user=user).count() for kind, user in coordinators.items()}

    assert waiting == {"school": 2, "supplementary": 0}


def test_papers_are_in_all_their_states(told):
    papers = Counter(Document.objects.values_list("kind", "state"))

    assert papers == {
        ("appointment_order", "issued"): 1,
        ("appointment_order", "submitted"): 1,
        ("certificate", "issued"): 2,
        ("coordinator_order", "issued"): 1,
        ("development_plan", "issued"): 1,
        ("employee_consent", "issued"): 1,
        ("information_leaflet", "issued"): 1,
        ("institution_programme", "issued"): 2,
        ("introduction_order", "issued"): 2,
        ("meeting_diary", "issued"): 1,
        ("participation_consent", "issued"): 1,
        ("partner_agreement", "issued"): 1,
        ("personal_data_consent", "issued"): 1,
        ("publication_consent", "issued"): 1,
        ("regulation", "issued"): 1,
        ("regulation", "submitted"): 1,
        ("regulation_order", "issued"): 1,
        ("regulation_order", "submitted"): 1,
        ("reward_order", "draft"): 1,
        ("roadmap", "issued"): 2,
        ("supplementary_agreement", "draft"): 1,
        ("talk_outline", "issued"): 1,
        ("thanks_letter", "issued"): 1,
    }
    for paper in Document.objects.all():
        assert read(paper.pdf).startswith(b"%PDF")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_an_office_opens_all_papers_of_the_school(told, tmp_path):
    papers = {f"{paper.pk}-{paper.kind}": paper for paper in Document.objects.exclude(docx=None)}
    for name, paper in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(read(paper.docx))
    command = [SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "txt:Text"]
    sources = [str(tmp_path / f"{name}.docx") for name in papers]
    subprocess.run([*command, "--outdir", str(tmp_path), *sources], check=True, capture_output=True, timeout=180)

    assert len(papers) == Document.objects.count()
    for name, paper in papers.items():
        text = (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig")
        assert paper.number.replace("-", "\u2011") in text, name
        assert [sign for sign in ("None", "«»", "{{", "{%", " ,", "()") if sign in text] == [], name
        assert WRONG_PLURAL.findall(text) == [], name


def test_every_role_has_somebody_with_something_to_do(told):
    users = {(one.organisation and one.organisation.kind, one.role): one.user for one in demo_users()}
    school = {role: user for (kind, role), user in users.items() if kind == "school"}
    territory = {role for kind, role in users if kind is None}

    assert set(school) | territory == set(RoleCode.values)
    assert territory == {RoleCode.MUNICIPAL_OPERATOR, RoleCode.REGIONAL_OPERATOR}
    assert [one.party for one in awaiting_my_answer(school[RoleCode.GUARDIAN])] == ["guardian"]
    overdue = Meeting.objects.filter(mentorship__members__person__user=school[RoleCode.MENTOR], state="planned")
    assert [meeting.happens_on <= told for meeting in overdue] == [True]
    assert Mentorship.objects.filter(members__person__user=school[RoleCode.MENTEE], state="active").count() == 1
    missing = waiting(school[RoleCode.COORDINATOR], told)
    assert {(person.lacks_guardian, person.lacks_own) for person in missing} >= {(True, False), (False, True)}
    assert without_clearance(school[RoleCode.COORDINATOR], told).count() == 1
    dance = users["supplementary", RoleCode.COORDINATOR]
    assert awaiting_start(Mentorship.objects.filter(organisation__role_assignments__user=dance).distinct()).count() == 1
    assert {role for (kind, role), user in users.items() if kind == "supplementary"} == {
        RoleCode.COORDINATOR, RoleCode.TEACHER, RoleCode.MENTOR, RoleCode.MENTEE, RoleCode.GUARDIAN,
    }  # fmt: skip


def test_everybody_can_open_the_pages_of_their_menu(told):
    for choice in demo_users():
        browser = Client()
        browser.force_login(choice.user, backend="django.contrib.auth.backends.ModelBackend")
        today = browser.get("/")
        links = [link.url for link in today.context["frame"].menu]

        assert [url for url in links if browser.get(url, follow=True).status_code != 200] == [], choice.role


def test_journals_are_in_true_order(told):
    for organisation in Organisation.objects.all():
        entries = list(audit.AuditEntry.objects.filter(organisation_id=organisation.pk).order_by("number"))

        assert [one.at for one in entries] == sorted(one.at for one in entries)
        assert entries[-1].at <= LEAP_DAY
        assert list(audit.broken_links(organisation.pk)) == []


def test_story_is_told_once(told):
    before = Mentorship.objects.count()

    tell()

    assert Mentorship.objects.count() == before
    assert Organisation.objects.count() == 2


def test_mentors_learn_and_one_waits_to_be_admitted(told):
    course = Course.objects.get()
    meeting = Event.objects.get(kind="motivational")
    coordinator = course.organisation.role_assignments.get(role=RoleCode.COORDINATOR).user

    trained = Counter(one.standing.state for one in trainees(course))
    assert (trained["on_paper"], trained["trained"] > 20, trained["not_begun"] > 0) == (1, True, True)
    assert sorted(row.person.surname for row in gathered(meeting).silent) == ["Лаврова", "Мятников"]
    assert "Страницына" in {row.person.surname for row in waiting_for_admission(coordinator)}


def test_the_newest_have_met_and_chosen(told):
    meeting = GroupMeeting.objects.get()
    found = results(meeting)

    assert meeting.state == "closed"
    assert len(found.answered) == 6
    assert len(found.mutual) == 2
    assert len(mutual_pairs(meeting.module)) == 2
    newest = MatchRun.objects.order_by("number").last()
    assert newest.proposals.filter(is_mutual=True).exists()
    assert [one.state for one in Suggestion.objects.all()] == ["open"]
    assert Observation.objects.count() == 2
    assert any("наблюдению" in line.text for row in Studio(newest, told).rows for line in row.parts)


def test_families_ask_refuse_and_one_is_gone(told):
    asked = ConsentRequest.objects.filter(asked_on=told - timedelta(days=5)).order_by("pk")
    request, act = DataRequest.objects.get(), ErasureAct.objects.get()
    categories = Counter(ParticipationProfile.objects.filter(participation__role="mentee").values_list("category"))

    assert [(one.person.surname, one.answered_at is None, bool(one.refused_at)) for one in asked] == [
        ("Дубравина", True, False), ("Ежевикин", True, False), ("Щеглова", True, False),
        ("Эдельвейсов", True, False), ("Юннатова", False, True),
    ]  # fmt: skip
    assert (request.state, request.person.surname, request.asked_by.persons.get().surname) == (
        "open", "Щеглова", "Щеглова",
    )  # fmt: skip
    assert (act.reason, act.person.erased_on) == ("asked", told - timedelta(days=1))
    assert not Person.objects.filter(surname="Перелётова").exists()
    assert len(categories) > 4
    assert categories[("",)] > 5
    assert shown_card(MentorCard.objects.get().token).name == "Рощин Павел Андреевич"
