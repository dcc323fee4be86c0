from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matchengine import Settings
from nastavnik.domain.matching import adapter
from nastavnik.domain.matching.records import MatchSettings, MenteeRecord, MentorRecord, PairFacts
from tests.domain.matching import lists

DAY = date(2026, 11, 23)


def mentee(key="1", name="Иванов Пётр", **given):
    return MenteeRecord(key=key, name=name, **given)


def mentor(key="9", name="Сидорова Анна", **given):
    return MentorRecord(key=key, name=name, **given)


def build(mentees=(), mentors=(), settings=None, **given):
    return adapter.build(mentees, mentors, settings or MatchSettings(), as_of=DAY, **given)


def test_people_stand_in_the_order_of_name_birth_date_and_key():
    same = {"name": "Петров Пётр", "birth_date": date(2014, 1, 1)}
    people = [
        mentee("10", **same),
        mentee("9", **same),
        mentee("1", name="Петров Пётр", birth_date=date(2013, 1, 1)),
        mentee("5", name="АЛЁХИН  Ян"),
    ]

    problem = build(people)

    assert [m.id for m in problem.mentees] == ["000001-5", "000002-1", "000003-9", "000004-10"]
    assert [adapter.key_of(m.id) for m in problem.mentees] == ["5", "1", "9", "10"]


def test_spelling_of_topics_does_not_matter():
    problem = build(
        [mentee(main_need="Чтение  вслух", needs=("ВСЁ О ФИЗИКЕ",), interests=("Кино",))],
        [mentor(competences=("чтение вслух", "все о физике"), interests=("кино",))],
    )

    assert {problem.mentees[0].main_need} | problem.mentees[0].needs == problem.mentors[0].competences
    assert problem.mentees[0].interests == problem.mentors[0].interests


def test_free_time_becomes_half_hours_of_the_week():
    assert adapter.slots_of(((1, 0, 60), (2, 14 * 60, 15 * 60))) == {0, 1, 48 + 28, 48 + 29}
    assert adapter.slots_of(((7, 23 * 60, 24 * 60),)) == {334, 335}


def test_an_hour_off_the_half_hours_is_still_an_hour():
    assert len(adapter.slots_of(((1, 14 * 60 + 40, 15 * 60 + 40),))) == 2
    assert len(adapter.slots_of(((1, 14 * 60 + 10, 15 * 60 + 10),))) == 2


def test_unknown_time_stays_unknown():
    assert adapter.slots_of(None) is None
    assert adapter.slots_of(()) is None


@given(st.sets(st.integers(0, 335)))
def test_intervals_are_the_inverse_of_half_hours(slots):
    intervals = adapter.intervals_of(slots)

    assert adapter.slots_of(intervals) == (frozenset(slots) or None)
    assert all(start < end for _day, start, end in intervals)


def test_places_that_nobody_named_are_the_usual_ones():
    problem = build([], [mentor("1"), mentor("2", places=0)], MatchSettings(usual_places=6))

    assert [m.places for m in problem.mentors] == [6, 0]


def test_age_is_that_of_the_day():
    on_birthday = mentee(birth_date=DAY.replace(year=2008))
    day_before = mentee("2", birth_date=DAY.replace(year=2008) + timedelta(days=1))

    assert (adapter.age_on(on_birthday.birth_date, DAY), adapter.is_minor(on_birthday, DAY)) == (18, False)
    assert (adapter.age_on(day_before.birth_date, DAY), adapter.is_minor(day_before, DAY)) == (17, True)


def test_whoever_is_in_a_class_is_a_child_without_a_birth_date():
    assert adapter.is_minor(mentor(grade=10), DAY) is True
    assert adapter.is_minor(mentor(), DAY) is None
    assert adapter.is_minor(mentor(is_minor=False, grade=10), DAY) is False


def test_one_person_on_both_sides_is_known_by_name_and_birth_date():
    born = date(2010, 1, 1)
    problem = build(
        [mentee("1", "Фёдоров Ян", birth_date=born), mentee("2", "Ли Ян")],
        [mentor("1", "ФЕДОРОВ  Ян", birth_date=born), mentor("2", "Ли Ян")],
    )

    persons = {m.person for m in problem.mentees} & {m.person for m in problem.mentors}
    assert persons == {"федоров ян 2010-01-01", ""}


def test_facts_of_pairs_are_named_by_keys_and_strangers_among_them_are_left_out():
    pairs = frozenset({("1", "9"), ("1", "77"), ("5", "9")})
    facts = PairFacts(**dict.fromkeys(adapter.ABOUT_PAIRS, pairs), kin=frozenset({("8", "9")}))

    problem = build([mentee("1")], [mentor("9")], facts=facts)

    assert {getattr(problem, name) for name in adapter.ABOUT_PAIRS} == {frozenset({("000001-1", "000001-9")})}
    assert problem.kin == {("8", "9")}


def test_what_is_not_said_stays_unknown():
    asks = build([mentee(values=(), building="", openness=None)]).mentees[0]
    offers = build([], [mentor(ways=(), district="")]).mentors[0]

    assert (asks.values, asks.suits, asks.building, asks.openness, asks.level) == (None, None, None, None, None)
    assert (offers.ways, offers.district, offers.mastery) == (None, None, None)


def test_character_experience_and_place_reach_the_engine():
    asks = mentee(values=("Честность",), suits=("беседы",), openness="with_few", level=1, building="Корпус 2")
    offers = mentor(values=("честность",), ways=("Беседы",), openness="at_once", level=4, mastery=2, study_group="9 А")

    problem = build([asks], [offers])
    one, other = problem.mentees[0], problem.mentors[0]

    assert one.values == other.values
    assert one.suits == other.ways
    assert (str(one.openness), one.level, one.building) == ("with_few", 1, "корпус 2")
    assert (str(other.openness), other.level, other.mastery, other.study_group) == ("at_once", 4, 2, "9 а")


def test_several_mentors_are_asked_for_only_where_the_kind_has_teams():
    asks = mentee(demand=3, team_topic="Робототехника")

    alone = build([asks]).mentees[0]
    team = build([asks], settings=MatchSettings(most_mentors=2)).mentees[0]

    assert (alone.demand, alone.team_topic) == (1, None)
    assert (team.demand, team.team_topic) == (2, "робототехника")


def test_the_digest_depends_on_what_is_read_and_not_on_the_order():
    people, helpers = lists.mentees()[:20], lists.mentors()[:10]
    first = adapter.digest(build(people, helpers))

    assert adapter.digest(build(people[::-1], helpers[::-1])) == first
    assert adapter.digest(build(people[1:], helpers)) != first
    assert adapter.digest(build(people, helpers, MatchSettings(engine=Settings(min_common_slots=1)))) != first


def test_shifts_and_hours_take_away_from_time_that_is_known():
    time = ((1, 8 * 60, 20 * 60),)
    settings = MatchSettings(hours=((1, 9 * 60, 18 * 60),), lessons={6: ((1, 8 * 60, 14 * 60),)})
    pupil, other, unknown = (
        mentee(grade=6, free_time=time),
        mentee("2", grade=9, free_time=time),
        mentee("3", grade=6),
    )

    slots = {adapter.key_of(m.id): m.slots for m in build([pupil, other, unknown], settings=settings).mentees}

    assert adapter.intervals_of(slots["1"]) == [(1, 14 * 60, 18 * 60)]
    assert adapter.intervals_of(slots["2"]) == [(1, 9 * 60, 18 * 60)]
    assert slots["3"] is None
