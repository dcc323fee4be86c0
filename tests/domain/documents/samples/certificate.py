from tests.domain.documents.rendering.samples import certificate

SAMPLE = certificate()
