"""Every address × every role: what the matrix says is what the pages do, and nobody looks into another institution."""

import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import reverse

from nastavnik.access.allow import PUBLIC as OPEN_DOOR
from nastavnik.core import clock
from nastavnik.core.models import Submission
from tests.access import diaries, walking, world
from tests.access.matrix import PAGES, PUBLIC, ROLES, name_of
from tests.conftest import NOW
from tests.effort import IS_LONG

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOBODYS = (
    "",
    "template",
    "catalogue",
    "paper_kind",
    "ready",
)  # addresses that name no row, or one that ships with the product
OWN, FOREIGN = "Нашлин", "Чужелин"
VIEWS = dict(walking.all_pages())
DECLARED = [key for key in PAGES if name_of(key) in VIEWS]
GUARDED = [name for name in DECLARED if PAGES[name].letters != PUBLIC]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(autouse=True)
def _same_folder(_quick_and_apart, settings, folder):
    settings.MEDIA_ROOT, settings.BACKUP_DIR = folder / "files", folder / "backups"


@pytest.fixture(scope="module")
def sides(django_db_setup, django_db_blocker, folder):
    """Own and foreign institution, built once; everything is taken back at the end."""
    files = override_settings(MEDIA_ROOT=folder / "files", BACKUP_DIR=folder / "backups")
    with django_db_blocker.unblock(), files, clock.fixed(NOW), transaction.atomic():
        yield world.build(OWN), world.build(FOREIGN)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(sides):
    """One signed-in browser a role of the own institution."""
    own, _foreign = sides
    return {role: walking.visitor(own.users[role]) for role in ROLES}


@pytest.fixture(scope="module")
def before(clients):
    return walking.Before()


def row_of(side, name):
    return side.rows[PAGES[name].row] if PAGES[name].row else None


def test_every_address_is_declared():
    declared = {name_of(key) for key in PAGES}

    assert sorted(VIEWS.keys() - declared) == [], "declare these in tests/access/matrix.py"
    assert sorted(declared - VIEWS.keys()) == [], "these are gone"


def test_every_page_says_who_may_open_it():
    assert [name for name, view in VIEWS.items() if not hasattr(view, "allowed_by")] == []


def test_the_matrix_calls_public_what_is_public():
    public = {name for name in DECLARED if VIEWS[name_of(name)].allowed_by is OPEN_DOOR}

    assert public == {name for name in DECLARED if PAGES[name].letters == PUBLIC}


@pytest.mark.parametrize("name", GUARDED)
def test_each_role_gets_what_the_matrix_says(name, sides, clients, before):
    own, _foreign = sides
    path = walking.address(name_of(name), row_of(own, name))
    page, view = PAGES[name], VIEWS[name_of(name)]
    found = {"GET": "", "POST": ""}

    for role in ROLES:
        if "GET" in view.allowed_methods:
            answer = walking.get(clients[role], path)
            found["GET"] += walking.letter(answer)
            assert FOREIGN.encode() not in walking.bare(answer, path), role
            if role != "mentee":
                assert diaries.SECRET.encode() not in walking.unpacked(answer), role
    assert before.changed() == [], "a GET changes nothing"
    refused = [role for role, letter in zip(ROLES, found["GET"], strict=False) if letter == "-"]
    shut = [role for role in refused if not view.allowed_by(own.users[role])]
    spared = set() if IS_LONG else set(shut[1:])  # the door asks who comes, not by which method: one shows it
    for role, expected in zip(ROLES, page.post_letters, strict=True):
        if "POST" in view.allowed_methods:
            found["POST"] += "-" if role in spared else _post(clients[role], path, expected, before)
    assert before.changed() == [], "a refused submit changes nothing"

    if "GET" in view.allowed_methods:
        assert found["GET"] == page.letters
    if "POST" in view.allowed_methods:
        assert found["POST"] == page.post_letters


def _post(client, path, expected, before):
    """An empty submit; what is let through is taken back, what is refused must leave nothing by itself."""
    if expected != "y":
        return walking.letter(client.post(path))
    with walking.undone(before):
        return walking.letter(client.post(path))


@pytest.mark.parametrize("name", [name for name in GUARDED if PAGES[name].row not in NOBODYS])
def test_rows_of_another_institution_cannot_be_told_from_missing_ones(name, sides, clients, before):
    own, foreign = sides
    row = row_of(foreign, name)
    paths = [walking.address(name_of(name), one) for one in (row, walking.missing(row))]
    view = VIEWS[name_of(name)]
    for role in (role for role in ROLES if view.allowed_by(own.users[role])):  # the door is shut whatever the row
        for method in ("get", "post"):
            if method.upper() not in view.allowed_methods:
                continue
            theirs, nobodys = (getattr(clients[role], method)(path) for path in paths)

            assert (theirs.status_code, nobodys.status_code) == (404, 404), (role, method)
            assert walking.bare(theirs, paths[0]) == walking.bare(nobodys, paths[1]), (role, method)
            assert FOREIGN.encode() not in theirs.content
    assert before.changed() == []


@pytest.mark.parametrize("name", GUARDED)
def test_a_visitor_is_asked_to_sign_in(name, sides):
    own, _foreign = sides
    path = walking.address(name_of(name), row_of(own, name))
    method = "get" if "GET" in VIEWS[name_of(name)].allowed_methods else "post"

    answer = getattr(walking.visitor(), method)(path)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("shell:sign_in"))
    assert OWN.encode() not in answer.content


@pytest.mark.parametrize("name", [name for name in DECLARED if PAGES[name].letters == PUBLIC])
def test_public_pages_open_for_everybody_and_name_no_other_institution(name, sides, clients, before):
    own, _foreign = sides
    path = walking.address(name_of(name), row_of(own, name))
    for client in (walking.visitor(), *clients.values()):
        if "GET" in VIEWS[name_of(name)].allowed_methods:
            answer = walking.get(client, path)

            assert answer.status_code in (200, 302)
            assert FOREIGN.encode() not in answer.content
        with walking.undone(before):
            if "POST" in VIEWS[name_of(name)].allowed_methods and name != "shell:sign_out":
                assert client.post(path).status_code < 500


def test_a_row_that_is_written_is_noticed_until_it_is_taken_back(before):
    with walking.undone(before):
        Submission.objects.create(key="noticed", owner="test", path="/", location="/")

        assert before.changed() == ["core_submission"]
    assert before.changed() == []


def test_the_mark_is_really_on_the_pages(sides):
    """The canary sings where it may: staff of the other institution see its mark on their own lists."""
    _own, foreign = sides
    coordinator = walking.visitor(foreign.users["coordinator"])
    lists = ["desk:today", "people:index", "mentorships:index", "consents:index", "matching:index"]

    own_page = walking.get(
        walking.visitor(foreign.mentee.user), walking.address("mentorships:pair", foreign.rows["pair"])
    )
    assert diaries.SECRET.encode() in own_page.content
    silent = [name for name in lists if FOREIGN.encode() not in walking.get(coordinator, reverse(name)).content]

    assert silent == []
