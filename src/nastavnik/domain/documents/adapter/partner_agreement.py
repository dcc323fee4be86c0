"""An agreement with a partner, out of the partner's card."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.errors import SubjectMissing
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.partner_agreement import PartnerAgreementContext, PartnerText
from nastavnik.domain.documents.models import Document
from nastavnik.domain.organisations.models import Partner
from nastavnik.domain.people.names import read


def context_of(document: Document) -> PartnerAgreementContext:
    """From the rows as they are now. Raises HeadMissing, SubjectMissing."""
    programme, partner = document.programme, document.partner
    if programme is None or partner is None:
        raise SubjectMissing(subject=(Subject.PARTNER if programme else Subject.PROGRAMME).label)
    return PartnerAgreementContext(
        frame=frame_of(document),
        partner=_text(partner),
        programme=programme.title,
        programme_type=programme.type,
        work=document.answers.get("work", ""),
        starts_on=document.valid_from or document.dated_on,
        ends_on=document.valid_until or programme.ends_on,
    )


def _text(partner: Partner) -> PartnerText:
    named = any(letter.isalpha() for letter in partner.signatory)
    return PartnerText(
        full_title=partner.full_title.strip() or partner.title,
        address=partner.address,
        contacts=partner.contacts,
        signatory=Official(read(partner.signatory), partner.signatory_post or "представитель") if named else None,
        signs_by=partner.signs_by,
    )
