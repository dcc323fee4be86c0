import random

import pytest

from nastavnik.domain.documents.rendering.check_code import ALPHABET, BITS, new_check_code, normalise_check_code


def test_code_has_eighty_bits_in_groups_of_four():
    code = new_check_code(random.Random(1))

    assert BITS == 80
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert len(set(ALPHABET)) == 32


def test_every_bit_reaches_the_code():
    class Given(random.Random):
        def __init__(self, number):
            self.number = number

        def getrandbits(self, bits):
            assert bits == BITS
            return self.number

    codes = {new_check_code(Given(1 << bit)) for bit in range(BITS)}

    assert len(codes) == BITS


@pytest.mark.parametrize("seed", range(50))
def test_printed_code_is_its_own_normal_form(seed):
    code = new_check_code(random.Random(seed))

    assert normalise_check_code(code) == code
    assert normalise_check_code(code.lower().replace("-", " ")) == code


@pytest.mark.parametrize(
    "typed",
    [
        "7КМ0-Х2РЕ-34ВГ-6ТУФ",
        "7кмО-х2ре-34вг-6туф",
        "7кмo x2pe 34bг 6tyф",
        " 7КМ0Х2РЕЗЧВГБТУФ ",
        "7KM0–X2PE–34BГ–6TУФ",
        "7КМ0-Х2РЁ-34ВГ-6ТУФ",
    ],
)
def test_normaliser_forgives_what_people_type(typed):
    assert normalise_check_code(typed) == "7КМ0-Х2РЕ-34ВГ-6ТУФ"


@pytest.mark.parametrize("typed", ["", "7КМ0", "7КМ0-Х2РЕ-34ВГ-6ТУФ-1", "7КМ0-Х2РЕ-34ВГ-6ТУЪ", "<script>alert(1"])
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise_check_code(typed) is None
