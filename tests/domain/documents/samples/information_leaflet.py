from nastavnik.domain.documents.kinds.information_leaflet import LeafletContext
from nastavnik.domain.programmes.enums import Audience
from tests.domain.documents.samples.programmes import FRAME, PUPILS

SAMPLE = LeafletContext(
    FRAME,
    PUPILS,
    Audience.GUARDIAN,
    page="https://example.org/p/a1b2c3/",
    address="example.org/p/a1b2c3",
    contact="Кабинет 12, по средам с 15 часов.",
)
