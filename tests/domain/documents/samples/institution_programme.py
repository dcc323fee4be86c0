from nastavnik.domain.documents.kinds.institution_programme import InstitutionProgrammeContext
from tests.domain.documents.samples.programmes import APPENDIX, PUPILS

SAMPLE = InstitutionProgrammeContext(APPENDIX, PUPILS)
