"""What the kind and the role model of a module make of the same people."""

import pytest

from nastavnik.domain.matching import actions
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Catalogue, Kind
from nastavnik.domain.programmes.models import RoleModel
from tests import factories as make
from tests.domain.matching.meeting_scene import Gathering
from tests.domain.matching.scene import TODAY, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.mark.parametrize(("theme", "together"), [("need", 2), ("interest", 2), ("", 3)])
def test_a_group_gathers_around_what_its_programme_chose(theme, together):
    module = make.ModuleFactory(kind=Kind.GROUP, matching_settings={"theme": theme})
    mentee(module, values={"main_need": "физика", "interests": ("кино",)})
    mentee(module, values={"main_need": "физика", "interests": ("шахматы",)})
    mentee(module, values={"main_need": "чтение", "interests": ("кино",)})
    mentor(module, values={"competences": ("физика", "чтение"), "interests": ("кино",), "places": 3})

    run = solved(module)

    assert len(pairs_of(run)) == together
    assert run.certificate["gap"] == 0


@pytest.mark.parametrize(
    ("title", "level", "possible"),
    [
        ("равный–равному", 3, True),
        ("равный–равному", 5, False),
        ("равный–равному", 1, False),
        ("успевающий–неуспевающий", 5, True),
        ("успевающий–неуспевающий", 2, False),
        ("успевающий–неуспевающий", None, True),
    ],
    ids=["peer near", "peer far ahead", "peer behind", "clearly ahead", "not ahead", "not said"],
)
def test_a_role_model_carries_its_own_rules(title, level, possible):
    module = make.ModuleFactory(matching_settings={"role_model": {"age_gap": None}})
    module.role_model = RoleModel.objects.create(
        mentoring_format=module.mentoring_format, title=title, organisation=module.organisation
    )
    module.save()
    mentee(module, values={"level": 2})
    mentor(module, values={"level": level})

    assert bool(pairs_of(solved(module))) == possible


def test_one_of_the_team_knows_what_was_asked_for():
    module = make.ModuleFactory(kind=Kind.TEAM)
    child = mentee(module, values={"wanted_mentors": 2, "team_topic": "Робототехника"})
    mentor(module, values={"interests": ("кино",)}), mentor(module)
    knows = mentor(module, values={"competences": ("робототехника",)})

    run = solved(module)

    assert (child.pk, knows.pk) in pairs_of(run)
    assert len(pairs_of(run)) == 2
    assert (run.certificate["matched"], run.certificate["eligible"]) == (1, 1)


def test_what_is_not_said_forbids_nothing_and_scores_nothing():
    module = make.ModuleFactory(
        matching_settings={"rules": dict.fromkeys(("district", "building", "same_class", "language", "mode"), True)}
    )
    mentee(module, values={"building": "Корпус 1", "district": "Центр", "languages": frozenset({"русский"})})
    mentor(module)

    run = solved(module)

    assert run.proposals.get().score == 0


def test_two_who_chose_each_other_are_together_and_the_way_stays_with_the_pair():
    gathering = Gathering().opened()
    child, helper = gathering.mentees[0], gathering.mentors[1]
    gathering.say(child, helper)
    gathering.say(helper, child)
    actions.close_choices(gathering.meeting, by=gathering.by)
    run = solved(gathering.module)

    pairs = {frozenset(m.participation_id for m in one.members.all()): one.way for one in _published(run)}

    others = frozenset({gathering.mentees[1].pk, gathering.mentors[0].pk})
    assert pairs == {frozenset({child.pk, helper.pk}): Way.GROUP_MEETING, others: Way.QUESTIONNAIRE}
    assert run.proposals.get(is_mutual=True).score == 10


def _published(run):
    return actions.publish(run, on=TODAY, by=None)


def test_places_that_nobody_named_are_those_of_the_institutions_kind():
    programme = make.ProgrammeFactory()
    programmes.edit_entry(
        programme.organisation, Catalogue.KIND, Kind.GROUP, {"details": {"places": 2}}, version=None, by=None
    )
    ours, theirs = make.ModuleFactory(programme=programme, kind=Kind.GROUP), make.ModuleFactory(kind=Kind.GROUP)
    for module in (ours, theirs):
        for _ in range(3):
            mentee(module, values={"main_need": "физика"})
        mentor(module, values={"competences": ("физика",)})

    assert [len(pairs_of(solved(module))) for module in (ours, theirs)] == [2, 3]
