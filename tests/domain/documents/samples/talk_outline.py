from nastavnik.domain.documents.kinds.talk_outline import TalkContext
from nastavnik.domain.programmes.enums import Audience
from tests.domain.documents.samples.programmes import FRAME, PUPILS

SAMPLE = TalkContext(FRAME, PUPILS, Audience.PUPIL, "Классный час", page="https://example.org/p/a1b2c3/")
