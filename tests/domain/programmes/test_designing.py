"""The designer: answers in, a model out. The five programmes from which the product was ordered come out of it."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.programmes.designing import (
    PORTRAITS,
    Answers,
    Authority,
    Knowledge,
    Manner,
    Mentee,
    Mentor,
    Portrait,
    Sharing,
    Term,
    Together,
    propose,
)
from nastavnik.domain.programmes.designing.tables import FORMATS, REVERSED, ROLE_MODELS
from nastavnik.domain.programmes.enums import Activity, Catalogue, EducationStage, Kind, ProgrammeType
from nastavnik.domain.programmes.messages import counted, grouped, why
from nastavnik.domain.programmes.models import MentoringFormat, RoleModel
from nastavnik.domain.programmes.shipped import SHIPPED
from nastavnik.domain.programmes.templates import STAGE_SETS
from tests.effort import examples

DANCERS = Answers(
    mentor=Mentor.PUPIL,
    mentee=Mentee.PUPIL,
    portrait=Portrait.PASSIVE,
    manner=Manner.FRIEND,
    knowledge=Knowledge.EXPERIENCE,
    sharing=Sharing.TAUGHT,
    term=Term.YEAR,
    authority=Authority.FRIEND,
    education_stage=EducationStage.SUPPLEMENTARY,
    activity=Activity.ARTS,
)
EXPERT = {
    "manner": Manner.EXPERT,
    "knowledge": Knowledge.EXPERT,
    "sharing": Sharing.READY,
    "authority": Authority.PROFESSIONAL,
}


def model(proposal):
    return (proposal.mentoring_format, proposal.role_model, proposal.kind, proposal.months)


def test_a_dance_collective():
    """Elder dancers as the teacher's mirror: no order, seven steps of the teacher, training in roles."""
    found = propose(DANCERS)

    assert model(found) == ("student_student", "лидер–пассивный", Kind.INDIVIDUAL, 9)
    assert (found.type, found.stage_set, found.needs_order) == (ProgrammeType.PUPILS, "steps", False)
    assert (found.mentor_portraits, found.mentee_portraits) == (("class_leader",), ("passive",))
    assert [reason.code for reason in found.reasons] == [
        "format", "role_portrait", "role_manner", "role_knowledge", "role_authority", "kind_usual", "term", "radar",
        "stages_steps", "taught", "no_order", "adapted",
    ]  # fmt: skip
    assert found.alternative.role_model == "равный–равному"


def test_a_dance_collective_with_keen_beginners():
    found = propose(replace(DANCERS, portrait=Portrait.ACTIVE))

    assert model(found) == ("student_student", "равный–равному", Kind.INDIVIDUAL, 9)
    assert (found.mentor_portraits, found.mentee_portraits) == (("peer",), ("active",))
    assert found.alternative.role_model == "лидер–пассивный"


def test_traditional_mentoring_in_supplementary_education():
    """An experienced professional leads in a group of the same need."""
    answers = Answers(
        mentor=Mentor.TEACHER,
        mentee=Mentee.PUPIL,
        portrait=Portrait.ACTIVE,
        together=Together.GROUP,
        education_stage=EducationStage.SUPPLEMENTARY,
        **EXPERT,
    )

    assert model(propose(answers)) == ("teacher_student", "учитель–одарённый", Kind.GROUP, 9)


def test_an_equal_with_experience_in_the_subject():
    answers = Answers(mentor=Mentor.STUDENT, mentee=Mentee.STUDENT, portrait=Portrait.ACTIVE, knowledge=Knowledge.NONE)

    assert model(propose(answers)) == ("college_college", "равный–равному", Kind.INDIVIDUAL, 9)


def test_a_technopark_of_teachers():
    """A young teacher of an industrial quantum beside an experienced one; the order names the pairs."""
    answers = Answers(
        mentor=Mentor.TEACHER,
        mentee=Mentee.TEACHER,
        portrait=Portrait.YOUNG,
        education_stage=EducationStage.SUPPLEMENTARY,
        activity=Activity.TECHNICAL,
        **EXPERT,
    )
    found = propose(answers)

    assert model(found) == ("teacher_teacher", "опытный учитель–молодой специалист", Kind.INDIVIDUAL, 12)
    assert (found.type, found.stage_set, found.needs_order) == (ProgrammeType.TEACHERS, "three", True)
    assert (found.mentor_portraits, found.mentee_portraits) == (("professional",), ("young_teacher",))


def test_teachers_with_a_personalised_programme_of_a_year():
    answers = Answers(mentor=Mentor.TEACHER, mentee=Mentee.TEACHER, portrait=Portrait.NEW_STAFF, term=Term.YEAR)
    found = propose(answers)

    assert (found.months, found.stage_set, found.radar_period) == (12, "three", 30)
    assert found.mentee_portraits == ("new_colleague",)


def test_a_teacher_and_a_gifted_pupil_for_fourteen_months():
    answers = Answers(
        mentor=Mentor.TEACHER,
        mentee=Mentee.PUPIL,
        portrait=Portrait.GIFTED,
        together=Together.BOTH,
        activity=Activity.STUDY,
        **{**EXPERT, "term": Term.LONG},
    )
    found = propose(answers)

    assert model(found) == ("teacher_student", "учитель–одарённый", Kind.BLENDED, 14)
    assert (found.mentor_portraits, found.mentee_portraits) == (("teacher",), ("unopened",))
    assert [hint.code for hint in found.hints] == ["hint_summer"]
    assert found.stage_set == "seven"


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"term": Term.ONCE}, Kind.FLASH),
        ({"together": Together.ROUNDS}, Kind.SPEED),
        ({"together": Together.ONLINE}, Kind.VIRTUAL),
        ({"sharing": Sharing.ASKED}, Kind.SITUATIONAL),
        ({"together": Together.TEAM}, Kind.TEAM),
        ({"together": Together.GROUP}, Kind.GROUP),
        ({"together": Together.BOTH}, Kind.BLENDED),
        ({"mentor": Mentor.PUPIL, "mentee": Mentee.TEACHER}, Kind.REVERSE),
        ({}, Kind.INDIVIDUAL),
    ],
)
def test_every_kind_can_be_the_answer(changes, kind):
    assert propose(replace(DANCERS, **changes)).kind == kind


def test_every_role_model_can_be_the_answer():
    reached = {
        (found.mentoring_format, found.role_model)
        for mentor, mentee, manner, knowledge, authority, activity in product(
            Mentor, Mentee, Manner, Knowledge, Authority, ("", Activity.VOCATION)
        )
        for portrait in PORTRAITS[mentee]
        for found in [
            propose(
                Answers(
                    mentor=mentor, mentee=mentee, portrait=portrait, manner=manner, knowledge=knowledge,
                    authority=authority, activity=activity,
                )
            )
        ]
    }  # fmt: skip

    assert reached == {(code, rule.title) for code, rules in ROLE_MODELS.items() for rule in rules}


def test_a_portrait_of_another_mentee_is_not_taken():
    found = propose(replace(DANCERS, mentee=Mentee.TEACHER, mentor=Mentor.TEACHER))

    assert found.reasons[1].params == {"portrait": Portrait.YOUNG}


ANY = st.builds(
    Answers,
    mentor=st.sampled_from(Mentor),
    mentee=st.sampled_from(Mentee),
    portrait=st.sampled_from(Portrait),
    manner=st.sampled_from(Manner),
    knowledge=st.sampled_from(Knowledge),
    sharing=st.sampled_from(Sharing),
    term=st.sampled_from(Term),
    authority=st.sampled_from(Authority),
    together=st.sampled_from(Together),
    education_stage=st.sampled_from(["", *EducationStage]),
    activity=st.sampled_from(["", *Activity]),
    first_needs=st.sampled_from(["", "алгебра 7 класса"]),
)
PORTRAIT_CODES = {(one.catalogue, one.code) for one in SHIPPED}


@settings(max_examples=examples(1000), deadline=None)
@given(ANY)
def test_any_answers_give_a_model_that_exists_and_its_reasons(answers):
    found = propose(answers)

    assert propose(answers) == found
    assert found.role_model in {rule.title for rule in ROLE_MODELS[found.mentoring_format]}
    assert found.kind in Kind
    assert (found.alternative.role_model, found.alternative.kind) != (found.role_model, found.kind)
    assert found.stage_set in STAGE_SETS
    assert {(Catalogue.MENTOR_PORTRAIT, code) for code in found.mentor_portraits} <= PORTRAIT_CODES
    assert {(Catalogue.MENTEE_PORTRAIT, code) for code in found.mentee_portraits} <= PORTRAIT_CODES
    assert found.mentor_portraits
    assert found.mentee_portraits
    sentences = [why(reason) for reason in (*found.reasons, *found.hints, *found.alternative.reasons)]
    assert all(sentence.endswith((".", "?")) for sentence in sentences)
    assert not any("None" in sentence or "%(" in sentence for sentence in sentences)


def test_every_pair_of_participants_has_a_format():
    assert set(FORMATS) == set(product(Mentor, Mentee))
    assert set(FORMATS) > REVERSED


@pytest.mark.django_db
def test_formats_and_role_models_of_the_tables_are_shipped():
    formats = set(MentoringFormat.objects.filter(organisation=None).values_list("code", flat=True))
    models = RoleModel.objects.filter(organisation=None).values_list("mentoring_format__code", "title")

    assert set(FORMATS.values()) == formats
    assert {(code, rule.title) for code, rules in ROLE_MODELS.items() for rule in rules} == set(models)


def test_reasons_are_said_in_russian():
    found = propose(DANCERS)

    assert why(found.reasons[0]) == "Наставник – ученик постарше или сильнее, наставляемый – ученик."
    assert why(found.reasons[6]) == "Учебный год, это 9\u00a0месяцев."
    assert why(found.reasons[7]) == "Ждём встречу раз в 14\u00a0дней: если её нет дольше, куратор узнает об этом."


def test_reasons_are_told_by_what_they_explain():
    told = dict(grouped(propose(DANCERS).reasons))

    assert list(told) == ["Форма", "Ролевая модель", "Вид", "Срок", "Радар", "Этапы", "Кроме того"]
    assert told["Ролевая модель"][1:] == [
        "Наставник держится как друг: слушает и честно показывает, что выходит, а что нет.",
        "Нужны ли знания эксперта: хватит своего опыта, ведь недавно прошёл то же самое.",
        "Наставника уважают за отношение: ему доверяют.",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 месяц"), (2, "2 месяца"), (5, "5 месяцев"), (11, "11 месяцев"), (14, "14 месяцев"), (21, "21 месяц")],
)
def test_months_are_counted(number, words):
    assert counted(number, "месяц", "месяца", "месяцев").replace("\u00a0", " ") == words
