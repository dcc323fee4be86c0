"""The consent to take part, word for word, and who signs it."""

from dataclasses import replace

import pytest

from nastavnik.domain.documents.kinds.consenting import Signing
from nastavnik.domain.documents.kinds.participation_consent import build
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.kinds.reading import said, section
from tests.domain.documents.samples.participation_consent import SAMPLE

DAY = "«___» __________ 20___ г."


def test_child_and_guardian_are_named_and_know_what_they_agree_to():
    paper = build(SAMPLE)

    assert (paper.heading, paper.title) == ("СОГЛАСИЕ", "на участие в программе наставничества «Вместе к успеху»")
    assert section(paper, "who") == [
        "Участник: Воронов Яков Романович, 9 «А» класс",
        "Законный представитель: Воронова Мария Викторовна",
    ]
    assert section(paper, "text") == [
        "Даём согласие на участие в программе наставничества «Вместе к успеху», роль – наставляемый, до 29 мая 2027 г.",
        "Нам известно, что:",
        "участие добровольное, отказаться можно в любой день без объяснения причин, сказав об этом куратору;",
        "пару или группу образуют, только когда согласны все её участники, о днях и месте встреч договариваются "
        "заранее;",
        "наставляемый вместе с наставником ставит цель, составляет план и приходит на встречи вовремя;",
        "то, что сказано на встрече, не разглашают, но об угрозе жизни или здоровью наставник сразу сообщает куратору;",
        "вопросы о программе можно задать куратору: Петрова Ольга Ильинична, заместитель директора по воспитательной "
        "работе;",
        "согласия на обработку персональных данных и на их публикацию даются отдельно, без согласия на публикацию "
        "участвовать можно.",
    ]


@pytest.mark.parametrize(
    ("signing", "opening", "rows"),
    [
        (Signing.GUARDIAN, "Даю согласие на участие ребёнка в", ["Законный представитель", "М. В. Воронова", DAY]),
        (Signing.ADULT, "Даю согласие на своё участие в", ["Участник", "Я. Р. Воронов", DAY]),
        (
            Signing.BOTH,
            "Даём согласие на участие в",
            ["Законный представитель", "М. В. Воронова", DAY, "Участник", "Я. Р. Воронов", DAY],
        ),
        (
            Signing.UNKNOWN,
            "Даю (даём) согласие на участие в",
            [
                "Законный представитель",
                "М. В. Воронова",
                DAY,
                "Участник, если исполнилось 14 лет",
                "Я. Р. Воронов",
                DAY,
            ],
        ),
    ],
)
def test_who_signs_by_age(signing, opening, rows):
    paper = build(replace(SAMPLE, signing=signing))

    assert section(paper, "text")[0].startswith(opening)
    assert section(paper, "signatures")[1:] == rows


def test_where_the_age_is_unknown_the_form_says_what_an_adult_does():
    words = section(build(replace(SAMPLE, signing=Signing.UNKNOWN)), "signatures")[0]
    alone = section(build(replace(SAMPLE, signing=Signing.UNKNOWN, own_from=18)), "signatures")

    assert words == "Текст прочитан и понятен. Если участнику исполнилось 18 лет, подписывает только он сам."
    assert not [line for line in alone if line.startswith("Участник,")]


def test_an_unknown_guardian_is_a_line_to_write_on_and_an_adult_has_none():
    by_hand = build(replace(SAMPLE, guardian=None))
    adult = build(replace(SAMPLE, guardian=None, signing=Signing.ADULT))

    assert "Законный представитель:" in section(by_hand, "who")
    assert section(adult, "who") == ["Участник: Воронов Яков Романович, 9 «А» класс"]


def test_mentors_and_teachers_read_of_their_own_work():
    mentor = said(build(replace(SAMPLE, role="mentor")))
    teacher = said(build(replace(SAMPLE, programme_type=ProgrammeType.TEACHERS, signing=Signing.ADULT)))

    assert any(line.startswith("наставник проходит подготовку") for line in mentor)
    assert any(line.startswith("наставляемый вместе с наставником составляет программу работы") for line in teacher)


def test_the_form_bears_no_number_and_no_day_of_its_own():
    paper = build(SAMPLE)

    assert (paper.number, paper.date, paper.city) == ("", "", "")
    assert paper.letterhead is not None
