from tests.domain.documents.samples.people import BOTH

SAMPLE = BOTH
