from nastavnik.domain.documents.kinds.reward_order import RewardContext
from tests.domain.documents.rendering.samples import MENTEES, MENTOR
from tests.domain.documents.samples.programmes import FRAME, PUPILS

SAMPLE = RewardContext(FRAME, PUPILS, people=(MENTOR, MENTEES[0]))
