from nastavnik.domain.documents.kinds.regulation import RegulationContext
from tests.domain.documents.samples.programmes import APPENDIX, PUPILS

SAMPLE = RegulationContext(APPENDIX, PUPILS)
