"""One invented context of real length for each kind of paper; every drawing test goes through all of them."""

from typing import Any

from tests.domain.documents.samples import (
    appointment_order,
    certificate,
    coordinator_order,
    information_leaflet,
    institution_programme,
    introduction_order,
    programme_report,
    regulation,
    regulation_order,
    reward_order,
    roadmap,
    talk_outline,
)

# Code of the kind → its context; one line a kind.
SAMPLES: dict[str, Any] = {
    "appointment_order": appointment_order.SAMPLE,
    "certificate": certificate.SAMPLE,
    "coordinator_order": coordinator_order.SAMPLE,
    "information_leaflet": information_leaflet.SAMPLE,
    "institution_programme": institution_programme.SAMPLE,
    "introduction_order": introduction_order.SAMPLE,
    "programme_report": programme_report.SAMPLE,
    "regulation": regulation.SAMPLE,
    "regulation_order": regulation_order.SAMPLE,
    "reward_order": reward_order.SAMPLE,
    "roadmap": roadmap.SAMPLE,
    "talk_outline": talk_outline.SAMPLE,
}
