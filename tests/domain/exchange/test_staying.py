"""Who stays when an import is undone."""

from nastavnik.domain.exchange.staying import Stay, Ties, stay

ANNA, PETER, MOTHER, FATHER, MENTOR, OTHER = range(1, 7)
TIES = Ties([(ANNA, MOTHER), (PETER, FATHER)], {70: {ANNA, MENTOR}, 71: {PETER, MENTOR}})


def stays(changed, ties=TIES):
    found = stay(changed, ties)
    return set(found.people), set(found.mentorships)


def test_nobody_was_changed():
    assert stay([], TIES) == Stay()


def test_a_child_stays_with_the_parent_and_the_pair_and_the_mentors_other_pair_goes():
    assert stays([ANNA]) == ({ANNA, MOTHER, MENTOR}, {70})


def test_a_mentor_stays_with_all_pairs_and_their_families():
    assert stays([MENTOR]) == ({ANNA, PETER, MOTHER, FATHER, MENTOR}, {70, 71})


def test_a_parent_who_was_edited_keeps_the_child():
    assert stays([FATHER]) == ({PETER, FATHER, MENTOR}, {71})


def test_who_is_tied_to_nobody_stays_alone():
    assert stays([OTHER]) == ({OTHER}, set())
