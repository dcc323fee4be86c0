"""Making questionnaires: from a ready one, from nothing, by steps; what is in force never changes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.questionnaires.models import Questionnaire, QuestionnaireVersion
from nastavnik.domain.questionnaires.specs import Condition, Kind, Option, Scale
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def text(answer):
    return answer.content.decode()


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def draft(client, coordinator):
    client.post(
        "/questionnaires/new/", {"title": "Опрос класса", "intro": "Зачем", "purpose": "other", "audience": "mentee"}
    )
    return QuestionnaireVersion.objects.get()


def spec_of(version):
    version.refresh_from_db()
    return version.asked


def order(version):
    return [[question.code for question in section.questions] for section in spec_of(version).sections]


def add(client, draft, kind, **fields):
    address = f"/questionnaires/versions/{draft.pk}/add/?section=0&kind={kind}"
    return client.post(address, {"text": "Вопрос?", "is_required": "on", **fields})


def step(client, draft, **fields):
    return client.post(f"/questionnaires/versions/{draft.pk}/step/", fields)


def test_a_ready_one_is_taken_with_one_tap_and_once(client, coordinator):
    page = text(client.get("/questionnaires/ready/coordinator_nine/"))
    taken = client.post("/questionnaires/ready/coordinator_nine/take/")
    client.post("/questionnaires/ready/coordinator_nine/take/")

    version = QuestionnaireVersion.objects.get()
    assert "Сверьте с оригиналом" in page
    assert "с 15: оптимальный уровень" in page
    assert (taken.status_code, taken.url) == (303, f"/questionnaires/{version.questionnaire_id}/")
    assert (version.state, version.asked.count) == ("published", 9)
    assert "взята" in text(client.get("/questionnaires/ready/"))


def test_a_questionnaire_is_made_by_steps_and_used(client, draft):
    assert spec_of(draft).intro == "Зачем"
    add(client, draft, "scale", low="0", high="2", labels="нет\nотчасти\nда", comment_below="1")
    add(client, draft, "yes_no")
    add(client, draft, "choice", options="мама = 2\nпапа\n", when_code="q2", when_operator="is", when_value="Да")
    step(client, draft, step="up", code="q3")
    step(client, draft, step="copy", code="q1")
    page = text(client.get(f"/questionnaires/versions/{draft.pk}/build/"))
    refused = client.post(f"/questionnaires/versions/{draft.pk}/publish/")
    step(client, draft, step="down", code="q3")
    used = client.post(f"/questionnaires/versions/{draft.pk}/publish/")

    spec = spec_of(draft)
    assert order(draft) == [["q1", "q4", "q2", "q3"]]
    assert spec.question("q1").scale == Scale(0, 2, labels=("нет", "отчасти", "да"))
    assert spec.question("q3").options == (Option("a1", "мама", 2.0), Option("a2", "папа"))
    assert spec.question("q3").shown_if == Condition("q2", "is", True)
    assert "Условие смотрит на вопрос, который стоит ниже" in page
    assert refused.status_code == 422
    assert "Анкету ещё нельзя пустить в дело" in text(refused)
    assert used.status_code == 303
    assert draft.state == "published"


def test_what_was_removed_can_be_put_back(client, draft):
    add(client, draft, "text")
    add(client, draft, "long_text")
    step(client, draft, step="section_add")
    step(client, draft, step="remove", code="q1")
    gone = order(draft)
    offered = text(client.get(f"/questionnaires/versions/{draft.pk}/build/"))
    step(client, draft, step="undo")

    assert gone == [["q2"], []]
    assert "Вернуть" in offered
    assert order(draft) == [["q1", "q2"], []]


@pytest.mark.parametrize(
    ("sure", "left"),
    [({}, ["q1", "q2", "q3"]), ({"is_sure": "1"}, ["q2", "q3"]), ({"step": "remove_with_hanging"}, ["q3"])],
)
def test_a_question_others_hang_on_is_not_removed_silently(client, draft, sure, left):
    add(client, draft, "yes_no")
    add(client, draft, "text", text="Где это было?", when_code="q1", when_operator="is", when_value="Да")
    add(client, draft, "text")

    answer = step(client, draft, **{"step": "remove", "code": "q1", **sure})

    assert order(draft) == [left]
    assert (answer.status_code, "2. Где это было?" in text(answer)) == ((303, False) if sure else (422, True))


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("scale", {"low": "5", "high": "4"}, "от двух до одиннадцати"),
        ("scale", {"low": "1", "high": "3", "labels": "а\nб"}, "Ступеней 3, а подписей 2"),
        ("scale", {"low": "1", "high": "3", "comment_below": "9"}, "вне шкалы"),
        ("choice", {"options": "один"}, "хотя бы два ответа"),
        ("matrix", {"rows": ""}, "Здесь пусто"),
        ("matrix", {"rows": "а", "low": "", "high": ""}, "Впишите ответы"),
        ("text", {"text": ""}, "Здесь пусто"),
    ],
)
def test_a_slip_is_told_beside_the_field_and_nothing_is_lost(client, draft, kind, fields, said):
    answer = add(client, draft, kind, **{"hint": "Подсказка", **fields})

    assert answer.status_code == 422
    assert said in text(answer)
    assert "Подсказка" in text(answer)
    assert spec_of(draft).count == 0


def test_a_condition_that_cannot_be_is_told(client, draft):
    add(client, draft, "choice", options="мама\nпапа")

    answer = add(client, draft, "text", when_code="q1", when_operator="is", when_value="дядя")

    assert "В том вопросе такого ответа нет" in text(answer)


def test_two_windows_do_not_write_over_each_other(client, draft):
    add(client, draft, "text", version="2")
    address = f"/questionnaires/versions/{draft.pk}/questions/q1/"
    version = spec_of(draft) and draft.version
    client.post(address, {"text": "Первое окно", "version": version})

    late = client.post(address, {"text": "Второе окно", "version": version})

    assert late.status_code == 409
    assert "Второе окно" in text(late)
    assert spec_of(draft).question("q1").text == "Первое окно"


def test_the_kind_of_a_question_can_be_changed(client, draft):
    add(client, draft, "text")
    address = f"/questionnaires/versions/{draft.pk}/questions/q1/?kind=choice"

    shown = text(client.get(address))
    client.post(address, {"text": "Кто?", "options": "я\nты"})

    assert "Ответы на выбор" in shown
    assert spec_of(draft).question("q1").kind == Kind.CHOICE


def test_scores_have_levels_with_names(client, draft):
    add(client, draft, "scale", low="1", high="10")
    add(client, draft, "yes_no")
    address = f"/questionnaires/versions/{draft.pk}/scores/new/"
    wrong = client.post(address, {"title": "Покой", "how": "mean", "questions": ["q1"], "thresholds": "высокий 7"})
    saved = client.post(
        address,
        {
            "title": "Покой",
            "how": "mean",
            "questions": ["q1", "q2"],
            "reversed_codes": ["q2"],
            "thresholds": "7 высокий\n1 низкий",
        },
    )

    draft.refresh_from_db()
    score = draft.scored.scores[0]
    assert "сначала число, потом название" in text(wrong)
    assert saved.status_code == 303
    assert (score.code, score.how, score.questions, score.reversed_codes) == ("s1", "mean", ("q1", "q2"), ("q2",))
    assert score.thresholds == ((1, "низкий"), (7, "высокий"))
    client.post(f"/questionnaires/versions/{draft.pk}/scores/s1/", {"remove": "1"})
    draft.refresh_from_db()
    assert draft.scored.scores == ()


def test_an_edit_of_what_is_in_force_is_a_new_version(client, coordinator):
    version = make.questionnaire(coordinator.person.organisation)
    begun = client.post(f"/questionnaires/{version.questionnaire_id}/edit/")
    newer = QuestionnaireVersion.objects.get(number=2)
    step(client, newer, step="remove", code="wish")

    assert begun.url == f"/questionnaires/versions/{newer.pk}/build/"
    assert client.get(f"/questionnaires/versions/{version.pk}/build/").status_code == 404
    assert spec_of(version).question("wish") is not None
    page = text(client.get(f"/questionnaires/{version.questionnaire_id}/?version=1"))
    assert "Чего не хватило?" in page


def test_the_form_is_a_pdf(client, coordinator):
    version = make.questionnaire(coordinator.person.organisation)

    answer = client.get(f"/questionnaires/versions/{version.pk}/paper/")

    assert answer.content[:5] == b"%PDF-"
    assert answer.headers["Content-Disposition"].startswith("inline")


def test_the_list_asks_as_often_for_one_as_for_three(client, coordinator):
    counts = []
    for number in (1, 3):
        while Questionnaire.objects.count() < number:
            make.questionnaire(coordinator.person.organisation)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/questionnaires/")
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_the_archive_keeps_and_gives_back(client, coordinator):
    version = make.questionnaire(coordinator.person.organisation)
    address = f"/questionnaires/{version.questionnaire_id}/"
    client.post(f"{address}archive/")

    assert "Как вам работается" not in text(client.get("/questionnaires/"))
    assert "Как вам работается" in text(client.get("/questionnaires/?archive=1"))
    client.post(f"{address}archive/")
    assert "Как вам работается" in text(client.get("/questionnaires/"))


def test_the_author_says_whether_the_questions_say_thou(client, coordinator, draft):
    client.force_login(coordinator)
    address = f"/questionnaires/versions/{draft.pk}/heading/"

    client.post(address, {"title": "Как дела", "note": "", "is_familiar": "on", "version": draft.version})

    draft.refresh_from_db()
    assert draft.asked.is_familiar
    assert "checked" in client.get(address).content.decode()


def test_ready_ones_are_narrowed_by_who_answers_and_by_the_form(client, coordinator):
    page = text(client.get("/questionnaires/ready/?audience=mentee&format=student_student"))

    assert "/ready/mentee_before_student_student/" in page
    assert "/ready/choice_mentee/" in page
    assert "/ready/mentee_before_teacher_teacher/" not in page
    assert "/ready/mentor_before_student_student/" not in page
    assert "?audience=mentee&amp;format=teacher_teacher" in page
