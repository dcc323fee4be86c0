"""What a school waits for, in seconds of one processor: other work on the machine does not count."""

from time import process_time

from nastavnik.domain.documents.kinds import appointment_order, certificate
from nastavnik.domain.documents.rendering.papers import render
from tests.domain.documents.rendering import samples

SOME = 20


def test_an_order_with_two_hundred_pairs_takes_less_than_a_second():
    context = samples.large_order(200)

    began = process_time()
    paper = appointment_order.build(context)
    files = [render(paper, format) for format in ("docx", "pdf")]

    assert process_time() - began < 1.0
    assert min(len(file) for file in files) > 10_000


def test_a_thousand_certificates_are_drawn_in_less_than_a_minute():
    contexts = [
        samples.certificate(number=f"{n}-Н", check_link=f"https://example.org/check/{n:016}") for n in range(SOME)
    ]

    began = process_time()
    for context in contexts:
        paper = certificate.build(context)
        assert [len(render(paper, format)) > 5_000 for format in ("docx", "pdf")] == [True, True]

    assert (process_time() - began) * 1000 / SOME < 60.0
