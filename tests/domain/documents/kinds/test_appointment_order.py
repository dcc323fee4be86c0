"""The order on pairs, word for word where a programme or a coordinator has a past."""

from dataclasses import replace
from datetime import date

from nastavnik.domain.documents.kinds import appointment_order, certificate
from nastavnik.domain.documents.kinds.frame import Order
from tests.domain.documents.kinds.reading import points_of, said
from tests.domain.documents.samples import SAMPLES

SAMPLE = SAMPLES["appointment_order"]


def test_coordinator_is_not_appointed_twice():
    appointed = appointment_order.build(SAMPLE)
    known = appointment_order.build(replace(SAMPLE, coordinator_order=Order("39-о", date(2026, 7, 1))))

    assert any(line.startswith("2. Назначить куратором программы") for line in points_of(appointed))
    assert next(line for line in points_of(known) if "куратор" in line) == (
        "2. Работой по программе руководит куратор – Петрова Ольга Ильинична, заместитель директора по воспитательной "
        "работе (приказ от 1 июля 2026 г. № 39-о)."
    )


def test_quotes_inside_the_title_of_a_programme_are_of_another_kind():
    order = appointment_order.build(replace(SAMPLE, programme="Новички «Вихря»"))
    award = certificate.build(replace(SAMPLES["certificate"], programme="Новички «Вихря»"))

    assert "по программе наставничества «Новички „Вихря“»" in "\n".join(said(order))
    assert award.named["deed"].endswith("в программе наставничества «Новички „Вихря“»")


def test_one_ground_is_one_document():
    lines = said(appointment_order.build(replace(SAMPLE, grounds=("положение о наставничестве",))))

    assert [line for line in lines if line.endswith("на основании следующего документа:")]
