"""Forms of the room."""

from nastavnik.web.questionnaires.forms.about import AboutForm, HeadingForm, SectionForm
from nastavnik.web.questionnaires.forms.question import QuestionForm
from nastavnik.web.questionnaires.forms.scoring import ScoreForm
from nastavnik.web.questionnaires.forms.survey import SurveyForm, WaveForm

__all__ = ["AboutForm", "HeadingForm", "QuestionForm", "ScoreForm", "SectionForm", "SurveyForm", "WaveForm"]
