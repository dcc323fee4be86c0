"""Codes of the room itself, beside those of the engine."""

from enum import StrEnum


class WarningCode(StrEnum):
    """What `quick` did not know and matched nevertheless: in the product these people wait."""

    OWN_SIGNATURE_UNKNOWN = "own_signature_unknown"
    CONSENT_UNKNOWN = "consent_unknown"
    CLEARANCE_UNKNOWN = "clearance_unknown"


class HandCode(StrEnum):
    """Why somebody is without a pair because a person decided so."""

    REMOVED_BY_HAND = "removed_by_hand"
