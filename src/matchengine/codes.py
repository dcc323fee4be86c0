"""Every code the engine can answer with. The engine speaks codes and params; sentences are made by the caller."""

from enum import StrEnum


class Rule(StrEnum):
    """A hard rule. The first three always hold, the others are switched on in `Settings.hard`."""

    PLACES = "places"
    SAME_PERSON = "same_person"
    BAN = "ban"
    MENTEE_CONSENT = "mentee_consent"
    MENTOR_CONSENT = "mentor_consent"
    MENTOR_CLEARANCE = "mentor_clearance"
    AGE_BOUNDS = "age_bounds"
    AGE_WISHES = "age_wishes"
    TIME = "time"
    MODE = "mode"
    LANGUAGE = "language"
    REVERSE = "reverse"


ALWAYS_HARD = frozenset({Rule.PLACES, Rule.SAME_PERSON, Rule.BAN})
DEFAULT_HARD = frozenset(Rule) - ALWAYS_HARD - {Rule.AGE_WISHES}


class ViolationCode(StrEnum):
    """What `check` can find in a plan."""

    NO_PLACES = "no_places"
    SAME_PERSON = "same_person"
    BANNED = "banned"
    MENTEE_CONSENT_MISSING = "mentee_consent_missing"
    MENTOR_CONSENT_MISSING = "mentor_consent_missing"
    MENTOR_CLEARANCE_MISSING = "mentor_clearance_missing"
    MENTEE_AGE_OUT_OF_BOUNDS = "mentee_age_out_of_bounds"
    MENTOR_AGE_OUT_OF_BOUNDS = "mentor_age_out_of_bounds"
    OUTSIDE_AGE_WISH = "outside_age_wish"
    NO_COMMON_TIME = "no_common_time"
    NO_COMMON_MODE = "no_common_mode"
    NO_COMMON_LANGUAGE = "no_common_language"
    REVERSE_PAIR = "reverse_pair"
    DUPLICATE_PAIR = "duplicate_pair"
    MENTEE_TWICE = "mentee_twice"
    PLACES_EXCEEDED = "places_exceeded"
    UNKNOWN_MENTEE = "unknown_mentee"
    UNKNOWN_MENTOR = "unknown_mentor"


class ReasonCode(StrEnum):
    """Why a pair earns its points, one code per criterion and outcome."""

    NEED_MAIN_COVERED = "need_main_covered"
    NEED_OTHERS_COVERED = "need_others_covered"
    NEED_NOT_COVERED = "need_not_covered"
    NEED_UNKNOWN = "need_unknown"
    INTERESTS_COMMON = "interests_common"
    INTERESTS_NONE = "interests_none"
    INTERESTS_UNKNOWN = "interests_unknown"
    TIME_FITS = "time_fits"
    TIME_TIGHT = "time_tight"
    TIME_UNKNOWN = "time_unknown"
    AGE_AS_WISHED = "age_as_wished"
    AGE_PARTLY_AS_WISHED = "age_partly_as_wished"
    AGE_NOT_AS_WISHED = "age_not_as_wished"
    AGE_UNKNOWN = "age_unknown"
    MUTUAL_CHOICE = "mutual_choice"
    MUTUAL_NONE = "mutual_none"


class LeftOutCode(StrEnum):
    """Why a mentee has no mentor in a plan."""

    CONSENT_MISSING = "consent_missing"
    AGE_OUT_OF_BOUNDS = "age_out_of_bounds"
    NO_MENTORS = "no_mentors"
    NO_COMMON_TIME = "no_common_time"
    NO_POSSIBLE_MENTOR = "no_possible_mentor"
    PLACES_FULL = "places_full"
    ONLY_REVERSE_PAIR = "only_reverse_pair"
    NOT_IN_PLAN = "not_in_plan"


class HelpCode(StrEnum):
    """The smallest single change that would make a mentor possible for somebody left out."""

    CONSENT = "help_consent"
    MORE_PLACES = "help_more_places"
    TIME = "help_time"
    MODE = "help_mode"
    LANGUAGE = "help_language"
    AGE = "help_age"
    MENTOR_PAPERS = "help_mentor_papers"
    NEW_MENTOR = "help_new_mentor"
    FREE_PLACE = "help_free_place"


class LevelName(StrEnum):
    """The goals, most important first."""

    COVERAGE = "coverage"
    MUTUAL = "mutual"
    WORST = "worst"
    TOTAL = "total"


ALL_CODES: tuple[StrEnum, ...] = (*Rule, *ViolationCode, *ReasonCode, *LeftOutCode, *HelpCode, *LevelName)
