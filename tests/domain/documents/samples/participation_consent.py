from dataclasses import replace

from tests.domain.documents.samples.people import BOTH

SAMPLE = replace(BOTH, frame=replace(BOTH.frame, grounds=()))
