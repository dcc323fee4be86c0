"""Materials, themes and sites of an institution; whom they are for; what a mentor may choose from."""

from datetime import date

import pytest

from nastavnik.domain.library import actions, queries
from nastavnik.domain.library.actions import ThemeWords, Words
from nastavnik.domain.library.errors import (
    LastOfMaterial,
    NotALink,
    NothingToRead,
    SiteNotApproved,
    ThemeIsThere,
    ThemeWithoutWords,
)
from nastavnik.domain.library.models import ApprovedSite, Memo
from nastavnik.domain.library.queries.reader import Reader, fits
from nastavnik.domain.library.queries.sheets import Sheet
from nastavnik.domain.library.situations import spoken
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
LINK = "https://kvant.example.ru/trial"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def link(url=LINK, **more):
    return Words("Пробники", "", ["mentee"], "methods", url=url, **more)


def test_a_new_site_is_approved_once_and_then_its_links_pass():
    school = make.OrganisationFactory()
    by = make.staff(RoleCode.COORDINATOR, school)
    with pytest.raises(SiteNotApproved) as refused:
        actions.write_memo(school, link(), by=by)

    actions.write_memo(school, link(), trusts=True, by=by)
    actions.write_memo(school, link("https://www.kvant.example.ru/two"), by=by)

    assert refused.value.params == {"host": "kvant.example.ru"}
    assert sorted(queries.known_links(school)) == [LINK, "https://www.kvant.example.ru/two"]
    assert queries.known_links(make.OrganisationFactory()) == []


def test_without_its_site_a_link_is_shown_to_nobody_and_the_material_stays():
    school = make.OrganisationFactory()
    row = actions.write_memo(school, link(), trusts=True, by=None)

    actions.withdraw_site(ApprovedSite.objects.get(), by=None)

    assert queries.known_links(school) == []
    assert row.code not in {one.code for one in queries.memos(school)}
    assert [one.leads for one in queries.memos(school, hidden=True) if one.code == row.code] == [False]


def test_a_service_that_the_institution_allows_needs_no_approval():
    school = make.OrganisationFactory(video_services="video.example.ru")

    actions.write_memo(school, link("https://video.example.ru/lesson"), by=None)

    assert (queries.known_links(school), ApprovedSite.objects.count()) == (["https://video.example.ru/lesson"], 0)


ODD = (
    "http://kvant.example.ru",
    "kvant.example.ru",
    "https://kvant",
    "https://a@b.example",
    "javascript:alert(1)",
    "https://b.example:8443/",
    "https://b.example/\\x",
)


def test_what_does_not_lead_where_it_seems_to_is_no_link():
    school = make.OrganisationFactory()
    for url in ODD:
        with pytest.raises(NotALink):
            actions.write_memo(school, link(url), trusts=True, by=None)

    assert not Memo.objects.exists()


def test_a_material_holds_text_a_link_or_a_file():
    school = make.OrganisationFactory()
    empty = Words("Пусто", " ", ["mentor"], "rules")
    with pytest.raises(NothingToRead):
        actions.write_memo(school, empty, by=None)

    row = actions.write_memo(school, empty, with_file=True, by=None)
    file = actions.add_file(school, row.code, title="лист.png", content=PICTURE, by=None)

    sheet = queries.memo(school, row.code)
    assert (sheet.kind, sheet.is_readable) == ("file", True)
    with pytest.raises(LastOfMaterial):
        actions.remove_file(file, by=None)
    actions.restore_memo(school, row.code, by=None)
    assert not Memo.objects.exists()


def test_the_other_words_of_a_shipped_memo_carry_all_that_was_chosen():
    school = make.OrganisationFactory()
    words = Words("Время", "Слова", ["mentee"], "time", situations=["no_time"], tags=["лето"], min_age=10, max_age=12)
    actions.write_memo(school, words, code="pause", by=None)

    sheet = queries.memo(school, "pause")

    assert (sheet.kind, sheet.situations, sheet.tags, sheet.min_age, sheet.max_age, sheet.is_changed) == (
        "way", ("no_time",), ("лето",), 10, 12, True
    )  # fmt: skip
    actions.restore_memo(school, "pause", by=None)
    assert queries.memo(school, "pause").title == "Полчаса работы, пять минут отдыха без телефона"


def test_what_fits_comes_first_and_a_situation_leaves_the_rest_out():
    school = make.OrganisationFactory()
    module = make.ModuleFactory(programme__organisation=school)
    for title, low, high in (("Малышам", 6, 9), ("Подросткам", 12, 17)):
        words = Words(title, "Слова", ["mentee"], "methods", situations=["contest"], min_age=low, max_age=high)
        actions.write_memo(school, words, by=None)
    actions.add_theme(school, ThemeWords("Дроби", programme=module.programme), by=None)
    actions.add_theme(school, ThemeWords("Для всех"), by=None)

    found = queries.choices(school, "mentee", "contest", programme=module.programme, ages=(13,))

    own = [one.title for one in found if one.code.startswith("own_")]
    assert own == ["Подросткам", "Для всех", "Дроби", "Малышам"]
    assert {one.kind for one in queries.choices(school, "mentee")} == {"resource", "way", "theme"}
    assert "Дроби" not in {one.title for one in queries.choices(school, "mentee")}
    assert "Если ребёнок рассказал о беде" not in {one.title for one in queries.choices(school, "mentee", "worry")}


def test_a_reader_is_known_by_roles_formats_and_ages():
    module = make.ModuleFactory()
    child = make.PersonFactory(organisation=module.organisation, birth_date=date(2014, 3, 1), with_user=True)
    make.ParticipationFactory(module=module, person=child, role="mentee")
    make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=module.organisation)

    reader = queries.reader_of(child.user, module.organisation)

    code = module.mentoring_format.code
    mentee = frozenset({"mentee"})
    assert reader == Reader(mentee, mentee, frozenset({code}), frozenset({12}))
    sheet = Sheet("a", "А", "Б", ("mentee",), "rules", min_age=13)
    assert (reader.fits(sheet), fits(sheet, (), ()), fits(sheet, (), (12, 13))) == (False, True, True)


def test_a_mentor_reads_what_mentees_are_recommended_and_after_the_own():
    mentor = make.staff(RoleCode.MENTOR)
    school = mentor.person.organisation
    reader = queries.reader_of(mentor, school)

    read = queries.memos(school, audiences=reader.reads)

    fitting = {one.code: reader.fits(one) for one in read}
    assert (fitting["first_meeting"], fitting["afraid_to_fail"], "for_parents" in fitting) == (True, False, False)


def test_each_side_has_its_own_words_for_what_happened():
    assert [spoken("do_for_me", one) for one in (("mentee",), ("guardian",), None)] == [
        "хочется, чтобы сделал другой",
        "просит сделать за него",
        "просит сделать за него",
    ]
    assert spoken("none") == ""


def test_a_theme_has_words_and_is_there_once():
    school = make.OrganisationFactory()
    theme = actions.add_theme(school, ThemeWords(" Дроби "), by=None)
    actions.add_theme(school, ThemeWords("Проценты"), by=None)
    for words, error in ((ThemeWords("дроби"), ThemeIsThere), (ThemeWords(" "), ThemeWithoutWords)):
        with pytest.raises(error):
            actions.add_theme(school, words, by=None)

    actions.edit_theme(theme, ThemeWords("Дроби", "С рисунками"), version=1, by=None)
    actions.show_theme(theme, is_shown=False, by=None)

    assert [one.title for one in queries.themes(school, None)] == ["Проценты"]
