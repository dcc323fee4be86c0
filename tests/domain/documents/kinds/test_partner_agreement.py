"""The agreement with a partner, word for word where it matters."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.partner_agreement import PartnerText, build
from nastavnik.domain.people.names import FullName
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.kinds.reading import codes, said, section
from tests.domain.documents.samples.partner_agreement import PARTNER, SAMPLE


def test_both_parties_are_represented():
    [parties] = section(build(SAMPLE), "preamble")

    assert parties.endswith(
        "с одной стороны, и Общество с ограниченной ответственностью «Заозёрский приборный завод» в лице генерального "
        "директора Тихомирова Олега Борисовича, действующего на основании устава, далее – Партнёр, с другой стороны, "
        "заключили соглашение о следующем."
    )


def test_a_partner_of_whom_little_is_known_has_a_line_to_write_on():
    paper = build(replace(SAMPLE, partner=PartnerText("Завод")))

    assert f"Завод в лице {'_' * 40}, далее – Партнёр" in section(paper, "preamble")[0]
    assert not [line for line in said(paper) if "None" in line or line.strip() in (",", ".")]


def test_without_a_basis_nobody_acts_on_one():
    signatory = Official(FullName("Тихомиров", "Олег", "Борисович"), "генеральный директор")

    [parties] = section(build(replace(SAMPLE, partner=replace(PARTNER, signatory=signatory, signs_by=""))), "preamble")

    assert "Тихомирова Олега Борисовича, далее – Партнёр" in parties


def test_children_are_safe_and_their_data_stay_with_the_institution():
    paper = build(SAMPLE)

    assert section(paper, "safety")[1:3] == [
        "4.1. Наставником становится тот, чей допуск к работе с детьми Организация проверила до первой встречи. "
        "Организация хранит только отметку о проверке: день, срок и кто проверил.",
        "4.2. Партнёр сразу сообщает Организации, если допуск наставника утрачен; встречи с этого дня прекращаются.",
    ]
    assert section(paper, "data")[1] == (
        "5.1. Оператор данных участников – Организация. Партнёру она их не передаёт: то, без чего нельзя провести "
        "встречу, знает только сам наставник и не сообщает другим."
    )


def test_a_programme_of_teachers_speaks_of_no_children():
    paper = build(replace(SAMPLE, programme_type=ProgrammeType.TEACHERS))

    assert "safety" not in codes(paper)
    assert not [line for line in said(paper) if "обучающ" in line or "законных представителей" in line]


def test_the_work_is_said_in_own_words_a_point_a_line():
    paper = build(replace(SAMPLE, work="Ведут группу\nПоказывают цех", ends_on=None))

    assert section(paper, "subject")[2:4] == ["1.2. Ведут группу.", "1.3. Показывают цех."]
    assert section(paper, "term")[1] == "6.1. Соглашение действует с 14 сентября 2026 г."
