"""Memos: read by whom they speak to, written anew by the coordinator."""

import pytest

from nastavnik.domain.library import actions, queries
from nastavnik.domain.library.models import Memo
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = pytest.mark.django_db
CODE = "three_mistakes"
FORM = {"title": "Наши ошибки", "audiences": ["mentor"], "topic": "mistakes", "body": "# Раз\n\nСлова"}


def test_own_words_lie_over_the_shipped_ones_until_they_are_taken_back(client, now):
    by = make.staff(RoleCode.COORDINATOR)
    client.force_login(by)
    assert "Три ошибки наставника" in client.get("/library/").text

    client.post(f"/library/{CODE}/edit/", FORM)
    page = client.get(f"/library/{CODE}/").text
    assert ("Наши ошибки" in page, "Раз</h2>" in page) == (True, True)
    late = client.post(f"/library/{CODE}/edit/", {**FORM, "title": "Позже"})
    assert late.status_code == 409
    client.post(f"/library/{CODE}/step/", {"step": "restore"})

    assert "Три ошибки наставника" in client.get(f"/library/{CODE}/").text


def test_a_memo_for_staff_or_a_hidden_one_is_not_there_for_a_mentor(client, now):
    school = make.OrganisationFactory()
    by = make.staff(RoleCode.COORDINATOR, school)
    words = actions.Words("Для педсовета", "Слова", ["staff"], "rules")
    code = actions.write_memo(school, words, by=by).code
    actions.show_memo(school, CODE, is_shown=False, by=by)
    client.force_login(make.staff(RoleCode.MENTOR, school))

    answers = [client.get(f"/library/{one}/").status_code for one in (code, CODE)]

    assert answers == [404, 404]
    assert "Для педсовета" not in client.get("/library/").text


@pytest.mark.parametrize(
    ("role", "own", "other"),
    [(RoleCode.MENTEE, "Детям", "Родителям"), (RoleCode.GUARDIAN, "Родителям", "Детям")],
)
def test_children_and_parents_read_what_is_written_to_them_alone(client, now, role, own, other):
    school = make.OrganisationFactory()
    by = make.staff(RoleCode.COORDINATOR, school)
    codes = {
        title: actions.write_memo(school, actions.Words(title, "Слова", [audience], "rules"), by=by).code
        for title, audience in (("Детям", "mentee"), ("Родителям", "guardian"))
    }
    client.force_login(make.staff(role, school))

    told = client.get("/library/").text

    assert (own in told, other in told, "Добавить материал" in told) == (True, False, False)
    assert [client.get(f"/library/{codes[one]}/").status_code for one in (own, other)] == [200, 404]
    assert 'href="/library/"' in client.get("/help/").text


def test_words_are_found_whatever_the_case(client, now):
    client.force_login(make.staff(RoleCode.TEACHER))
    client.post("/library/", {"search": "1", "q": "ПОХВАЛА НИЗКУЮ"})

    assert "Три ошибки наставника" in client.get("/library/").text


def test_an_own_memo_can_be_deleted_a_shipped_one_only_hidden(now):
    by = make.staff(RoleCode.COORDINATOR)
    school = by.person.organisation
    own = actions.write_memo(school, actions.Words("Своя", "Слова", ["mentor"], "rules"), by=by)
    actions.restore_memo(school, own.code, by=by)
    actions.show_memo(school, CODE, is_shown=False, by=by)
    actions.restore_memo(school, CODE, by=by)

    assert Memo.objects.get().code == CODE
    assert queries.memo(school, CODE).is_hidden
