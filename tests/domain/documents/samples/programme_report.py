from tests.domain.documents.rendering.samples import report

SAMPLE = report()
