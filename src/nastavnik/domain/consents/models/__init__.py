"""The tables of the room, one file a noun."""

from nastavnik.domain.consents.models.consent import Consent, ConsentSignature
from nastavnik.domain.consents.models.request import ConsentRequest, RequestedConsent
from nastavnik.domain.consents.models.scan import ScannedPaper
from nastavnik.domain.consents.models.text import ConsentText

__all__ = ["Consent", "ConsentRequest", "ConsentSignature", "ConsentText", "RequestedConsent", "ScannedPaper"]
