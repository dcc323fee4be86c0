import json
import uuid

import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, pairs_of, solved
from tests.web.matching.asking import in_class, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_list_of_modules_asks_as_often_for_one_as_for_three(client, module):
    mentee(module), mentor(module)
    solved(module)
    one = queries_of(client, page("index"))
    for _number in range(2):
        other = make.ModuleFactory(programme__organisation=module.organisation)
        mentee(other), mentor(other)
        solved(other)

    assert queries_of(client, page("index")) == one
    assert one <= 20


def test_readiness_names_who_waits(client, module):
    mentee(module), mentor(module, values={"places": 3})
    mentee(module, consent=False, surname="Безбумагин")
    mentor(module, cleared=False, surname="Недопущенный")

    answer = client.get(page("module", module.pk))

    context, content = answer.context, answer.content.decode()
    assert (context["mentees"], context["all_mentees"]) == (1, 2)
    assert (context["mentors"], context["all_mentors"], context["places"]) == (1, 2, 3)
    assert "Безбумагин" in content
    assert "Недопущенный" in content
    assert "Подобрать пары" in content


def test_readiness_asks_as_often_for_one_as_for_three(client, module):
    mentee(module, consent=False), mentor(module)
    one = queries_of(client, page("module", module.pk))
    mentee(module, consent=False), mentee(module), mentor(module, cleared=False), mentor(module)

    assert queries_of(client, page("module", module.pk)) == one
    assert one <= 20


def test_without_people_there_is_nothing_to_press(client, module):
    assert "Подобрать пары" not in text(client, page("module", module.pk))
    assert client.post(page("module", module.pk)).status_code == 422


def test_a_run_shows_its_progress_and_then_the_studio(client, module):
    mentee(module, surname="Константинопольский"), mentor(module)

    answer = client.post(page("module", module.pk))
    run = MatchRun.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, page("run", run.pk))
    assert "Считаем лучшие пары" in text(client, page("run", run.pk))
    part = client.get(page("run", run.pk), headers={"HX-Request": "true", "HX-Target": "progress"})
    assert "<html" not in part.content.decode()

    jobs.run_due()

    done = client.get(page("run", run.pk), headers={"HX-Request": "true", "HX-Target": "progress"})
    assert done.headers["HX-Refresh"] == "true"
    studio = text(client, page("run", run.pk))
    assert "Лучше нельзя: это доказано" in studio
    assert "Константинопольский" in studio
    assert "Опубликовать 1\u00a0пару" in studio


def test_the_same_press_sent_twice_is_one_run(client, module):
    mentee(module), mentor(module)
    key = str(uuid.uuid4())

    answers = [client.post(page("module", module.pk), {"submission_key": key}) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert MatchRun.objects.count() == 1


def test_the_studio_asks_as_often_for_one_as_for_three(client, module):
    mentee(module, values={"needs": ("физика",)}), mentor(module)
    one = queries_of(client, page("run", solved(module).pk))
    for _number in range(2):
        mentee(module, values={"needs": ("химия",)}), mentor(module), mentee(module, consent=False)
    run = solved(module)

    assert queries_of(client, page("run", run.pk)) == one
    assert one <= 20
    assert len(pairs_of(run)) == 3


def test_reasons_and_breakdown_are_in_the_page(client, module):
    mentee(module, values={"main_need": "Физика", "interests": ("кино",), "free_time": ((2, 870, 960),)})
    mentor(module, values={"competences": ("физика",), "free_time": ((2, 840, 960),)})

    content = text(client, page("run", solved(module).pk))

    assert "Поможет с главным: Физика" in content
    assert "Общее время: вт\u00a014:30–16:00" in content
    assert "Интересы не указаны" in content
    assert "40 из 40" in content


def test_chips_narrow_the_pairs(client, module):
    mentee(module, values={"main_need": "физика"}), mentor(module, values={"competences": ("химия",)})
    run = solved(module)

    counts = {chip["code"]: chip["count"] for chip in client.get(page("run", run.pk)).context["chips"]}

    assert counts == {"all": 1, "weak": 1, "mutual": 0, "pinned": 0, "hand": 0}
    assert "Таких пар нет" in text(client, page("run", run.pk) + "?show=mutual")


def test_a_class_narrows_the_pairs_and_the_chips_count_within_it(client, module):
    in_class(mentee(module, values={"main_need": "физика"}, surname="Канарейкин"), "6А")
    in_class(mentee(module, values={"main_need": "химия"}, surname="Соседкина"), "6Б")
    mentor(module, values={"competences": ("физика",), "places": 2})

    answer = client.get(page("run", solved(module).pk), {"group": "6Б"})

    assert [row.mentee.name for row in answer.context["page"]] == ["Соседкина Тимур"]
    assert answer.context["groups"] == ["6А", "6Б"]
    assert {chip["code"]: chip["count"] for chip in answer.context["chips"]}["all"] == 1
    assert "show=weak&amp;group=6%D0%91" in answer.content.decode()


def test_the_row_that_was_changed_is_shown_whatever_the_filter(client, module):
    child = mentee(module, values={"main_need": "физика"})
    mentor(module, values={"competences": ("физика",)})
    address = page("run", solved(module).pk)

    assert client.get(address, {"show": "weak"}).context["page"].object_list == []
    answer = client.get(address, {"show": "weak", "at": child.pk})

    assert [row.mentee.key for row in answer.context["page"]] == [str(child.pk)]
    assert f'id="r-{child.pk}"' in answer.content.decode()


def test_every_button_of_a_row_says_whom_it_is_about(client, module):
    mentee(module, surname="Канарейкин"), mentor(module, surname="Первушина")

    content = text(client, page("run", solved(module).pk))

    for name in (
        "Закрепить пару: Канарейкин Тимур и Первушина Тимур",
        "Заменить наставника: Канарейкин Тимур, сейчас Первушина Тимур",
        "Запретить пару: Канарейкин Тимур и Первушина Тимур",
    ):
        assert f'aria-label="{name}"' in content


def test_who_is_left_out_is_told_why(client, module):
    mentee(module, values={"free_time": ((6, 600, 720),)}, surname="Субботина")
    mentor(module, values={"free_time": ((1, 600, 720),)}, surname="Понедельников")

    content = text(client, page("run", solved(module).pk))

    assert "Ни с кем нет общего времени." in content
    assert "добавить 1\u00a0час общего времени: Понедельников Тимур, пн\u00a010:00–11:00." in content


def test_a_run_that_failed_is_begun_again(client, module):
    mentee(module), mentor(module)
    run = actions.run(module, as_of=TODAY, by=None)
    actions.fail(run, error="PlanRefused", by=None)
    assert "Не вышло посчитать" in text(client, page("run", run.pk))

    assert client.post(page("begin", run.pk)).status_code == 303
    assert "Считаем лучшие пары" in text(client, page("run", run.pk))


def test_the_certificate_is_a_file_without_names(client, module):
    child = mentee(module, surname="Канарейкин")
    mentor(module)
    run = solved(module)

    answer = client.get(page("certificate", run.pk))

    content = json.loads(answer.content)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert (content["gap"], content["input_sha256"], content["as_of"]) == (0, run.input_sha256, "2026-11-23")
    assert child.person.surname not in answer.content.decode()


@pytest.mark.parametrize("name", ["run", "certificate", "publish", "compare", "fairness", "decisions"])
def test_another_organisations_run_is_not_found(client, module, name):
    other = make.ModuleFactory()
    mentee(other), mentor(other)
    theirs = solved(other)

    assert client.get(page(name, theirs.pk)).status_code == 404


@pytest.mark.parametrize("role", [RoleCode.HEAD, RoleCode.TEACHER, RoleCode.MENTOR, RoleCode.MENTEE])
def test_only_coordinators_match(client, module, role):
    client.force_login(make.staff(role, module.organisation))

    assert client.get(page("index")).status_code == 403


def test_a_run_that_was_stopped_is_called_so(client, module):
    mentee(module), mentor(module)
    run = actions.run(module, as_of=TODAY, by=None)
    actions.cancel(run, by=None)

    for content in (text(client, page("module", module.pk)), text(client, page("index"))):
        assert "остановлен" in content
        assert "черновик" not in content
        assert "0\u00a0пар" not in content


def test_the_list_says_whom_it_counts(client, module):
    mentee(module), mentor(module)

    content = text(client, page("index"))

    assert "Допущены к подбору" in content
    assert "вместе с теми, у кого уже есть пара" in content
