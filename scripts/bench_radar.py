"""The radar of 100,000 pairs in a database of its own: `make bench-radar` (PAIRS, MEETINGS).

The table of all pairs, from the database to the last status, is computed several times; beside it the scalar reference,
pair by pair, on the same rows. The program fails where the two differ or where the table takes more than a second of
processor time.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
PAIRS = int(os.environ.get("PAIRS", "100000"))
MEETINGS = int(os.environ.get("MEETINGS", "12"))  # of each pair, in the mean
SCHOOLS = max(1, PAIRS // 100)
TIMES, LIMIT = 5, 1.0
FIRST, TODAY = date(2026, 9, 1), date(2026, 11, 23)


def main() -> int:
    sys.path.insert(0, str(ROOT))  # the invented schools are those of the tests
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(NASTAVNIK_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="nastavnik.config.settings")
        os.environ.pop("NASTAVNIK_DATABASE_URL", None)
        django.setup()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        meetings, pauses = a_region()
        print(
            f"{PAIRS:,} pairs of {SCHOOLS:,} schools, {meetings:,} meetings, {pauses:,} pauses; "
            f"load {os.getloadavg()[0]:.1f}"
        )
        return measure()


def measure() -> int:
    """The figures of docs/benchmarks.md; 1 where the table is slower than its limit or says something else."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from nastavnik.domain.mentorships.models import Mentorship
    from nastavnik.domain.mentorships.queries import at_work, radar, radar_table

    rows = Mentorship.objects.all()
    with CaptureQueriesContext(connection) as asked:
        table = radar_table(rows, TODAY)
    spent = [seconds(lambda: radar_table(rows, TODAY)) for _time in range(TIMES)]
    if os.environ.get("PLANS"):
        for query in asked:
            print(query["time"], query["sql"][:600])
    median = statistics.median(spent)
    print(f"table: {median:.2f} s of processor time (longest {max(spent):.2f} s), {len(asked)} queries")
    alone: dict[int, Any] = {}
    scalar = seconds(lambda: alone.update(radar(at_work(rows, TODAY), TODAY)))
    print(f"pair by pair: {scalar:.1f} s")
    wrong = [line.id for line in table.lines() if not same(line, alone[line.id])]
    print(f"{len(table):,} at work, {len(wrong)} told differently")
    return 1 if wrong or len(alone) != len(table) or median > LIMIT else 0


def same(line: Any, reading: Any) -> bool:
    if line.status is None:
        return reading.days is None
    told = (line.status, line.days, line.days_not_counted, line.is_paused)
    return told == (reading.status, reading.days, reading.left_out, reading.is_paused)


def seconds(work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def a_region() -> tuple[int, int]:
    """Schools with holidays; pairs that began, met, paused and ended at random. How many meetings and pauses."""
    from tests import factories as make

    from nastavnik.domain.mentorships.models import Meeting, Mentorship, Pause
    from nastavnik.domain.organisations.models import Holiday

    dice = Random(7)  # noqa: S311 – the same region every time
    territory = make.TerritoryFactory()
    pairs, holidays = [], []
    for _school in range(SCHOOLS):
        here = make.OrganisationFactory(territory=territory)
        module = make.ModuleFactory(programme__organisation=here, radar_period=dice.choice((7, 14, 30)))
        for since in (55, 63, 64):
            begins, length = dice.randint(since, since + 4), dice.randint(0, 9)
            holidays.append(span(Holiday, here.pk, begins, length, title="каникулы"))
        pairs += [pair(Mentorship, module, dice) for _pair in range(PAIRS // SCHOOLS)]
    written = [*Mentorship.objects.bulk_create(pairs, batch_size=2000)]
    Holiday.objects.bulk_create(holidays)
    meetings = [one for row in written for one in met(Meeting, row, dice)]
    Meeting.objects.bulk_create(meetings, batch_size=2000)
    pauses = [
        span(Pause, row.organisation_id, dice.randint(10, 80), dice.choice((None, 3, 12)), mentorship_id=row.pk)
        for row in written
        for _pause in range(dice.choice((0, 0, 0, 1, 2)))
    ]
    Pause.objects.bulk_create(pauses, batch_size=2000)
    return len(meetings), len(pauses)


def pair(model: Any, module: Any, dice: Random) -> Any:
    started = FIRST + timedelta(dice.randint(0, 70))
    ended = dice.random() < 0.02
    return model(
        organisation_id=module.organisation_id,
        module_id=module.pk,
        kind="virtual" if dice.random() < 0.05 else "individual",
        state="dissolved" if ended else "active",
        proposed_on=FIRST,
        started_on=started,
        ended_on=started + timedelta(5) if ended else None,
        end_reason="other" if ended else "",
    )


def met(model: Any, row: Any, dice: Random) -> list[Any]:
    days = (TODAY - row.started_on).days
    return [
        model(
            organisation_id=row.organisation_id,
            mentorship_id=row.pk,
            state=dice.choice(("held", "held", "held", "missed_by_mentee", "cancelled")),
            happens_on=row.started_on + timedelta(dice.randint(0, days)),
        )
        for _meeting in range(dice.randint(0, 2 * MEETINGS))
    ]


def span(model: Any, organisation: int, since: int, length: int | None, **values: Any) -> Any:
    first = FIRST + timedelta(since)
    until = None if length is None else first + timedelta(length)
    return model(organisation_id=organisation, starts_on=first, ends_on=until, **values)


if __name__ == "__main__":
    sys.exit(main())
