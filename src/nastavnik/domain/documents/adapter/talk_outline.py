"""An outline of a talk out of the programme."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.information_leaflet import audience_of, open_page, page_link
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.talk_outline import TalkContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.organisations.enums import StudyGroupWord
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import Audience


def context_of(document: Document) -> TalkContext:
    """From the rows as they are now. Raises HeadMissing."""
    audience = audience_of(document)
    return TalkContext(
        frame=frame_of(document),
        programme=programme_text(programme_of(document)),
        audience=audience,
        occasion=_occasion(audience, document.organisation),
        page=page_link(open_page(document)),
    )


def _occasion(audience: str, organisation: Organisation) -> str:
    if audience == Audience.GUARDIAN:
        return "Родительское собрание"
    if audience == Audience.TEACHER:
        return "Педагогический совет"
    in_classes = organisation.study_group_word == StudyGroupWord.CLASS
    return "Классный час" if in_classes else "Встреча с обучающимися"
