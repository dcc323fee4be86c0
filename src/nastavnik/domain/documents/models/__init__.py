"""The tables of the room, one file a noun."""

from nastavnik.domain.documents.models.batch import BatchDocument, PaperBatch, PaperBatchStateChange
from nastavnik.domain.documents.models.document import LIVE, Document, DocumentMentorship, DocumentStateChange
from nastavnik.domain.documents.models.ground import LegalGround
from nastavnik.domain.documents.models.template import OwnTemplate

__all__ = [
    "LIVE",
    "BatchDocument",
    "Document",
    "DocumentMentorship",
    "DocumentStateChange",
    "LegalGround",
    "OwnTemplate",
    "PaperBatch",
    "PaperBatchStateChange",
]
