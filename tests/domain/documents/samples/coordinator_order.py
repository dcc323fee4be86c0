from nastavnik.domain.documents.kinds.coordinator_order import CoordinatorOrderContext
from tests.domain.documents.rendering.samples import COORDINATOR
from tests.domain.documents.samples.programmes import FRAME, PUPILS

SAMPLE = CoordinatorOrderContext(FRAME, PUPILS, COORDINATOR, deputy="Лев Лев Львович, учитель математики")
