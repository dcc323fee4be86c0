"""Papers on a programme out of its rows."""

from datetime import date, timedelta

import pytest

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.documents.adapter.introduction_order import issued_order
from nastavnik.domain.documents.adapter.naming import name_checks
from nastavnik.domain.documents.adapter.papers import own_paper
from nastavnik.domain.documents.adapter.programme import programme_text
from nastavnik.domain.documents.adapter.reward_order import mentors
from nastavnik.domain.documents.adapter.unchecked import unchecked_words
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import CoordinatorMissing, NobodyToReward
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.actions import set_module_entries, take_usual_entries
from nastavnik.domain.programmes.enums import Audience, Catalogue, TermKind
from nastavnik.domain.programmes.models import InformationPage, RoadmapItem, Stage
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.documents.kinds.reading import codes, points_of, said, section
from tests.domain.mentorships import scene as pairs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = date(2026, 11, 23)


def document(place, code, *, state=DocumentState.DRAFT, number="", answers=None, **more):
    return Document.objects.create(
        organisation=place.organisation,
        kind=code,
        title=str(kind_of(code).title),
        book=kind_of(code).book,
        number=number,
        normal_number=number.casefold(),
        dated_on=DAY,
        year=DAY.year,
        state=state,
        programme=place.module.programme,
        answers=answers or {},
        **more,
    )


def test_programme_is_said_with_its_modules_words_stages_and_rows():
    place = scene.school(mentor_limit=2)
    programme = place.module.programme
    take_usual_entries(place.module, by=place.coordinator)
    stage = Stage.objects.create(
        organisation=place.organisation,
        programme=programme,
        number=1,
        code="preparation",
        title="Подготовка",
        first_day=0,
        last_day=20,
    )
    row = {"organisation": place.organisation, "stage": stage, "first_day": 30, "last_day": 60}
    RoadmapItem.objects.create(**row, title="Встреча", task="узнать запросы", term_kind=TermKind.MONTH)
    RoadmapItem.objects.create(**row, title="Снятое", dropped_on=DAY)

    found = programme_text(programme)

    assert found.mentor_limit == 2
    assert [(one.title, one.term) for one in found.stages] == [("Подготовка", "01.09.2026 – 21.09.2026")]
    assert [(one.title, one.task, one.term) for one in found.events] == [("Встреча", "узнать запросы", "октябрь 2026")]
    [module] = found.modules
    assert (module.title, module.form, module.watched) == ("Ученик–ученик", "ученик–ученик", "meetings")
    assert module.aim
    assert {Catalogue.TERM, Catalogue.MENTOR_DUTY, Catalogue.OUTCOME, Catalogue.MENTOR_PORTRAIT} <= set(found.entries)


def test_own_words_of_a_module_win_and_usual_ones_stand_where_it_took_none():
    place = scene.school()
    chosen = [("voluntary", "только по желанию"), ("trust", "")]
    set_module_entries(place.module, Catalogue.PRINCIPLE, chosen, version=place.module.version, by=place.coordinator)

    paper = own_paper(document(place, "regulation"))

    concepts = section(paper, "concepts")
    assert "добровольность – только по желанию;" in concepts
    assert not [line for line in concepts if line.startswith("диалог")]
    assert [line for line in concepts if line.startswith("наставляемый – ")]  # nobody chose terms: the usual ones
    assert "mentor" in codes(paper)


def test_rights_that_nobody_checked_are_warned_of_until_somebody_writes_or_confirms_them():
    place = scene.school()
    regulation = document(place, "regulation")

    [warned] = unchecked_words(regulation)
    regulation.sections = {"mentor": "слова", "mentee": "слова"}

    assert warned.params == {
        "lists": "права наставника, обязанности наставника, права наставляемого, обязанности наставляемого"
    }
    assert unchecked_words(regulation) == ()
    assert unchecked_words(document(place, "introduction_order")) == ()


def test_appendices_are_approved_by_their_numbers_and_bear_the_orders_stamp():
    place = scene.school()
    order = document(place, "regulation_order", number="42-ОД")
    regulation = document(place, "regulation", appendix_to=order, appendix_number=1)

    assert points_of(own_paper(order))[0] == "1. Утвердить Положение о наставничестве обучающихся (приложение)."
    assert own_paper(regulation).stamp.lines[0] == "Приложение"
    assert own_paper(regulation).letterhead is None


def test_issued_orders_are_cited_and_those_of_later_days_or_drafts_are_not():
    place = scene.school()
    document(place, "regulation_order", number="12", state=DocumentState.ISSUED)
    document(place, "coordinator_order", number="13", state=DocumentState.ISSUED)
    introduction = document(place, "introduction_order", number="14")

    lines = said(own_paper(introduction))

    assert "Положение о наставничестве обучающихся (утверждено приказом от 23 ноября 2026 г. № 12)." in lines
    assert [line for line in lines if line.endswith("(приказ от 23 ноября 2026 г. № 13).")]
    assert issued_order(introduction, "introduction_order") is None


def test_coordinator_is_appointed_only_where_there_is_one():
    place = scene.school()
    alone = make.OrganisationFactory()
    make.staff(RoleCode.HEAD, alone)
    without = scene.SimpleNamespace(organisation=alone, module=make.ModuleFactory(programme__organisation=alone))

    paper = own_paper(document(place, "coordinator_order", answers={"deputy": "Лев Лев Львович, учитель"}))

    assert points_of(paper)[1] == "2. В отсутствие куратора его обязанности исполняет Лев Лев Львович, учитель."
    with pytest.raises(CoordinatorMissing):
        own_paper(document(without, "coordinator_order"))


def test_mentors_who_brought_their_work_to_its_end_are_rewarded_but_for_those_left_out():
    place = scene.school()
    scene.completed(place, mentor=_mentor(place, "Воронов"))
    scene.completed(place, mentor=_mentor(place, "Лебедева"))
    scene.confirmed(place, mentor=_mentor(place, "Снегирёва"))

    everybody = said(own_paper(document(place, "reward_order")))
    without = said(own_paper(document(place, "reward_order", answers={"leave_out": "воронов\n"})))

    assert [line for line in everybody if line.startswith(("1.1.", "1.2."))] == [
        "1.1. Воронову Якову;",
        "1.2. Лебедевой Яне.",
    ]
    assert [line for line in without if "Ворон" in line or "Снегир" in line] == []
    assert [line for line in without if "Лебедевой" in line]


def test_child_whose_consent_was_withdrawn_is_not_named():
    place = scene.school()
    child = pairs.mentee(place.module, surname="Снегирёва", given_name="Яна")
    older = make.ParticipationFactory(module=place.module, person=child.person, mentor=True)
    scene.completed(place, mentor=older)
    order = document(place, "reward_order")
    named = [person.surname for person in mentors(order)]

    Consent.objects.filter(person=child.person).update(withdrawn_on=DAY)

    assert (named, mentors(order)) == (["Снегирёва"], [])


def test_doubtful_name_of_somebody_rewarded_is_asked_about():
    place = scene.school()
    scene.completed(place, mentor=pairs.mentor(place.module, surname="Smith", given_name="Jo", patronymic="", post=""))

    [check] = name_checks(document(place, "reward_order"))

    assert (check.person.surname, check.case) == ("Smith", "dative")


def test_nobody_is_rewarded_before_the_work_is_done():
    place = scene.school()
    scene.confirmed(place)

    with pytest.raises(NobodyToReward):
        own_paper(document(place, "reward_order"))


def test_leaflet_leads_to_the_page_only_while_it_is_open(settings):
    settings.PUBLIC_URL = "https://school.example"
    place = scene.school()
    page = InformationPage.objects.create(
        organisation=place.organisation,
        programme=place.module.programme,
        token="a1b2c3",
        is_open=True,
        contact="Кабинет 12",
    )
    leaflet = document(place, "information_leaflet", answers={"audience": Audience.PUPIL})

    opened = own_paper(leaflet)
    page.is_open = False
    page.save()
    shut = own_paper(leaflet)

    assert opened.square == "https://school.example/p/a1b2c3/"
    assert "Кабинет 12" in section(opened, "ask")
    assert shut.square == ""
    assert opened.title.endswith("для обучающихся")


def _mentor(place, surname):
    given_name = "Яна" if surname.endswith("а") else "Яков"
    return pairs.mentor(place.module, surname=surname, given_name=given_name, patronymic="", post="")


def test_a_school_year_is_named_only_where_most_of_the_programme_lies_in_it():
    programme = scene.school().module.programme
    year = programme.academic_year
    assert programme_text(programme).year == year.title

    programme.starts_on, programme.ends_on = year.ends_on - timedelta(days=30), year.ends_on + timedelta(days=240)
    assert programme_text(programme).year == ""
