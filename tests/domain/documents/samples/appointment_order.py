from tests.domain.documents.rendering.samples import order

SAMPLE = order()
