"""One invented context of real length for each kind of paper; every drawing test goes through all of them."""

from typing import Any

from tests.domain.documents.samples import (
    appointment_order,
    certificate,
    coordinator_order,
    development_plan,
    employee_consent,
    information_leaflet,
    institution_programme,
    introduction_order,
    meeting_diary,
    participation_consent,
    partner_agreement,
    personal_data_consent,
    personal_programme,
    programme_report,
    publication_consent,
    regulation,
    regulation_order,
    reward_order,
    roadmap,
    supplementary_agreement,
    talk_outline,
    thanks_letter,
)

# Code of the kind → its context; one line a kind.
SAMPLES: dict[str, Any] = {
    "appointment_order": appointment_order.SAMPLE,
    "certificate": certificate.SAMPLE,
    "coordinator_order": coordinator_order.SAMPLE,
    "development_plan": development_plan.SAMPLE,
    "employee_consent": employee_consent.SAMPLE,
    "information_leaflet": information_leaflet.SAMPLE,
    "institution_programme": institution_programme.SAMPLE,
    "introduction_order": introduction_order.SAMPLE,
    "meeting_diary": meeting_diary.SAMPLE,
    "participation_consent": participation_consent.SAMPLE,
    "partner_agreement": partner_agreement.SAMPLE,
    "personal_data_consent": personal_data_consent.SAMPLE,
    "personal_programme": personal_programme.SAMPLE,
    "programme_report": programme_report.SAMPLE,
    "publication_consent": publication_consent.SAMPLE,
    "regulation": regulation.SAMPLE,
    "regulation_order": regulation_order.SAMPLE,
    "reward_order": reward_order.SAMPLE,
    "roadmap": roadmap.SAMPLE,
    "supplementary_agreement": supplementary_agreement.SAMPLE,
    "talk_outline": talk_outline.SAMPLE,
    "thanks_letter": thanks_letter.SAMPLE,
}
