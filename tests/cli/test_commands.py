"""The other commands: what they print, their exit codes, that lists are checked without a database."""

import json

from tests.cli.terminal import DATA, nastavnik


def test_a_list_is_checked_without_a_database(tmp_path):
    process = nastavnik(
        "people", "import", DATA / "mentees.xlsx", "--role", "mentee", "--dry-run", "--json", data=tmp_path / "data"
    )

    found = json.loads(process.stdout)
    assert (process.returncode, found["rows"], found["people"], len(found["records"])) == (0, 124, 120, 124)
    assert [pair["certain"] for pair in found["duplicates"]] == [True] * 4
    assert not (tmp_path / "data").exists()


def test_without_dry_run_the_page_is_named(tmp_path):
    process = nastavnik("people", "import", DATA / "mentees.xlsx", "--role", "mentee", data=tmp_path)

    assert process.returncode == 2
    assert "--dry-run" in process.stderr


def test_an_unknown_command_is_answered_in_russian(tmp_path):
    process = nastavnik("frobnicate", data=tmp_path)

    assert process.returncode == 2
    assert process.stderr.startswith("■ Команда не понята")


def test_a_server_without_tables_does_not_start(tmp_path):
    process = nastavnik("serve", "--port", "0", data=tmp_path)

    assert (process.returncode, "nastavnik setup" in process.stderr) == (2, True)
