from nastavnik.domain.documents.kinds.development_plan import DevelopmentPlanContext
from tests.domain.documents.samples.people import PAIR
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = DevelopmentPlanContext(FRAME, PAIR)
