"""Papers of an institution that has written nothing yet: short, and nothing in them is empty."""

from dataclasses import replace
from itertools import pairwise

import pytest

from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.rendering.blocks import Heading
from tests.domain.documents.kinds.reading import said
from tests.domain.documents.samples import SAMPLES
from tests.domain.documents.samples.programmes import BARE, TEACHERS

ON_A_PROGRAMME = [
    kind for kind in KINDS if isinstance(getattr(SAMPLES.get(kind.code), "programme", None), ProgrammeText)
]


@pytest.mark.parametrize("kind", ON_A_PROGRAMME, ids=lambda kind: kind.code)
@pytest.mark.parametrize("programme", [BARE, TEACHERS], ids=["bare", "teachers"])
def test_nothing_is_empty(kind, programme):
    if programme.type not in kind.programme_types:
        pytest.skip("not a paper of such a programme")
    paper = kind.build(replace(SAMPLES[kind.code], programme=programme))

    lines = said(paper)
    assert not [line for line in lines if "None" in line or "«»" in line or ".." in line or " ." in line]
    assert not [pair for pair in pairwise(lines) if _says_nothing(*pair)]
    assert not [part.code for part in paper.sections if all(isinstance(block, Heading) for block in part.blocks)]


def _says_nothing(line: str, after: str) -> bool:
    """A line that promises a list, and another such line after it; the word of an order promises its points."""
    return line.endswith(":") and after.endswith(":") and line != "ПРИКАЗЫВАЮ:"
