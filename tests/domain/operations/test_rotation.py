"""Which copies stay."""

from datetime import UTC, datetime, timedelta

from nastavnik.domain.operations.rotation import superfluous

START = datetime(2026, 9, 1, 23, tzinfo=UTC)


def test_nothing_goes_of_nothing():
    assert superfluous([]) == []


def test_all_copies_of_the_last_two_days_stay():
    moments = [START + timedelta(hours=hour) for hour in range(48)]

    assert superfluous(moments) == []


def test_a_year_of_nightly_copies_leaves_days_weeks_and_months():
    moments = [START + timedelta(days=day) for day in range(365)]

    kept = sorted(set(moments) - set(superfluous(moments)))

    assert kept[-7:] == moments[-7:]
    assert len(kept) == 7 + 4 + 10  # seven days; of five weeks and twelve months those that are not among them
    assert kept[0].month == 9


def test_the_newest_stays_however_old():
    assert superfluous([START]) == []


def test_to_rotate_again_changes_nothing():
    moments = [START + timedelta(hours=7 * number) for number in range(600)]
    kept = set(moments) - set(superfluous(moments))

    assert superfluous(sorted(kept)) == []
