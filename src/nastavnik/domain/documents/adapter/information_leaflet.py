"""A leaflet out of the programme and its information page."""

from nastavnik.core import links
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.information_leaflet import LeafletContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes.enums import Audience, ProgrammeType
from nastavnik.domain.programmes.models import InformationPage


def context_of(document: Document) -> LeafletContext:
    """From the rows as they are now. Raises HeadMissing."""
    page = open_page(document)
    link = page_link(page)
    return LeafletContext(
        frame=frame_of(document),
        programme=programme_text(programme_of(document)),
        audience=audience_of(document),
        page=link,
        address=link.partition("://")[2].rstrip("/"),
        contact=page.contact.strip() if page else "",
        text=page.text.strip() if page else "",
    )


def audience_of(document: Document) -> str:
    """Whom the paper speaks to; in a programme of teachers there are only they."""
    if programme_of(document).type == ProgrammeType.TEACHERS:
        return Audience.TEACHER
    return str(document.answers.get("audience", Audience.PUPIL))


def open_page(document: Document) -> InformationPage | None:
    """The information page of the programme, while it is open."""
    return InformationPage.objects.filter(programme=document.programme, is_open=True).first()


def page_link(page: InformationPage | None) -> str:
    """The full link that a square code leads to; without a known host there is none."""
    return links.absolute("public:programme", page.token) if page else ""
