"""Thousands of questionnaires and sheets made by chance: nothing crashes, every promise holds."""

from random import Random

from tests.domain.questionnaires.generated import one_form

FORMS = 300  # with three sheets of answers each; five thousand more are asked with the lists


def test_no_form_made_by_chance_crashes_or_breaks_a_promise():
    for seed in range(FORMS):
        try:
            one_form(Random(seed))
        except Exception as error:
            raise AssertionError(f"the form of seed {seed}") from error
