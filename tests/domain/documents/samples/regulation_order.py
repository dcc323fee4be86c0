from nastavnik.domain.documents.kinds.approving import Appendix
from nastavnik.domain.documents.kinds.regulation_order import RegulationOrderContext
from tests.domain.documents.samples.programmes import FRAME, TEACHERS

SAMPLE = RegulationOrderContext(FRAME, TEACHERS, appendices=(Appendix("regulation", 1), Appendix("roadmap", 2)))
