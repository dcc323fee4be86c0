"""The consent to publish: kinds of data and places ticked by hand, each apart."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.consenting import Signing
from nastavnik.domain.documents.kinds.publication_consent import build
from nastavnik.domain.documents.rendering.blocks import Blank, Columns
from tests.domain.documents.kinds.reading import section
from tests.domain.documents.samples.publication_consent import SAMPLE


def test_what_and_where_are_chosen_apart_and_nothing_is_ticked():
    [columns] = [block for block in build(SAMPLE).section("choice").blocks if isinstance(block, Columns)]
    [what], [where] = columns.left, columns.right

    assert [row[1] for row in what.rows] == [
        "фамилия, имя, отчество",
        "класс, группа",
        "фотографии и видео",
        "отзыв, рассказ о работе",
        "достижения, работы",
    ]
    assert [row[1] for row in where.rows] == [
        "сайт организации",
        "страница организации в социальной сети",
        "стенд в организации",
        "сборник, газета",
        "другое: ",
    ]
    assert {row[0] for row in (*what.rows, *where.rows)} == {"☐"}


def test_bans_have_room_and_the_end_of_the_consent_is_named():
    paper = build(SAMPLE)

    assert [block for block in paper.section("conditions").blocks if isinstance(block, Blank)] == [Blank(2)]
    assert section(paper, "term") == [
        "Согласие действует со дня подписания до окончания участия в программе наставничества (29 мая 2027 г.).",
        "Прекратить публикацию можно потребовать в любое время, написав на имя руководителя. Это согласие отдельное: "
        "отказ от него не мешает участию в программе.",
        "Правовая основа: Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных».",
    ]


def test_an_adult_publishes_post_and_place_of_work():
    paper = build(replace(SAMPLE, signing=Signing.ADULT, frame=replace(SAMPLE.frame, grounds=())))

    assert "место работы или учёбы, должность" in section(paper, "choice")
    assert len(section(paper, "term")) == 2


def test_the_operator_and_the_places_are_named_as_the_institution_wrote_them_down():
    institution = replace(
        SAMPLE.frame.institution,
        requisites="ИНН 7700000000, ОГРН 1027700000000",
        legal_address="г. Заозёрск, ул. Школьная, 1",
        publishes_at=("school17.example",),
    )
    paper = build(replace(SAMPLE, frame=replace(SAMPLE.frame, institution=institution)))

    [columns] = [block for block in paper.section("choice").blocks if isinstance(block, Columns)]
    assert [row[1] for row in columns.right[0].rows] == ["school17.example", "другое: "]
    assert "ИНН 7700000000, ОГРН 1027700000000, адрес: г. Заозёрск, ул. Школьная, 1." in section(paper, "text")[1]
