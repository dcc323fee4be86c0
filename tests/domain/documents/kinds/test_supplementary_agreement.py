"""The supplementary agreement, word for word where the law asks for words."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.supplementary_agreement import KIND, build
from nastavnik.domain.people.names import FullName
from tests.domain.documents.kinds.reading import codes, section
from tests.domain.documents.samples.supplementary_agreement import SAMPLE


def test_parties_are_named_in_their_cases():
    assert section(build(SAMPLE), "preamble") == [
        "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 17 имени "
        "академика В. С. Сосновского» г. Заозёрска в лице директора Верхнекамской-Ильинской Анны Кирилловны, "
        "действующей на основании устава, далее – Работодатель, с одной стороны, и Лебедева Нина Аркадьевна, учитель "
        "русского языка и литературы, далее – Работник, с другой стороны, заключили соглашение о следующем."
    ]


def test_a_doubtful_name_stands_as_it_is():
    head = Official(FullName("Smith", "Jo"), "директор")

    [parties] = section(build(replace(SAMPLE, frame=replace(SAMPLE.frame, head=head))), "preamble")

    assert "(представитель – директор, Smith Jo, действует на основании устава)" in parties


def test_content_form_term_and_pay():
    paper = build(replace(SAMPLE, content=("Посещать уроки", "вести журнал")))

    assert section(paper, "subject")[2:] == [
        "1.2. Наставляемый: Ким Анна Олеговна, учитель начальных классов.",
        "1.3. Правовая основа соглашения:",
        "статья 351.8 Трудового кодекса Российской Федерации.",
    ]
    assert section(paper, "work") == [
        "2. Содержание, форма и сроки",
        "2.1. Содержание работы:",
        "посещать уроки;",
        "вести журнал.",
        "2.2. Форма: «учитель–учитель», вид: индивидуальное.",
        "2.3. Срок: с 14 сентября 2026 г. по 29 мая 2027 г.",
    ]
    assert section(paper, "pay") == [
        "3. Размер и условия оплаты",
        "3.1. Доплата – 2 000 рублей в месяц, её выплачивают вместе с заработной платой.",
    ]


def test_early_end_has_its_notice():
    assert section(build(SAMPLE), "ending") == [
        "4. Досрочное прекращение",
        "4.1. Работник может досрочно отказаться от наставничества, письменно сообщив об этом Работодателю.",
        "4.2. Работодатель может досрочно отменить поручение, предупредив Работника не менее чем за три рабочих дня.",
    ]


def test_what_is_not_known_is_left_to_be_written():
    paper = build(replace(SAMPLE, contract="", mentees=(), form="", kind="", frame=replace(SAMPLE.frame, grounds=())))

    assert paper.title.replace("\u00a0", " ") == "к трудовому договору от «___» ____________ 20___ г. № ________"
    assert len(section(paper, "subject")) == 2
    assert [line for line in section(paper, "work") if line.startswith("2.")][1:] == [
        "2.1. Содержание работы:",
        "2.2. Срок: с 14 сентября 2026 г. по 29 мая 2027 г.",
    ]
    assert codes(paper)[-1] == "parties"


def test_pay_is_asked_for():
    assert [ask.code for ask in KIND.asks if ask.is_required] == ["pay"]
