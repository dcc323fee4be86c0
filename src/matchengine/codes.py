"""Every code the engine can answer with. The engine speaks codes and params; sentences are made by the caller."""

from enum import StrEnum


class Rule(StrEnum):
    """A hard rule. The first four always hold, the others are switched on in `Settings.hard`."""

    PLACES = "places"
    SAME_PERSON = "same_person"
    BAN = "ban"
    DECLINED = "declined"
    MENTEE_CONSENT = "mentee_consent"
    MENTOR_CONSENT = "mentor_consent"
    MENTOR_CLEARANCE = "mentor_clearance"
    AGE_BOUNDS = "age_bounds"
    AGE_WISHES = "age_wishes"
    TIME = "time"
    MODE = "mode"
    LANGUAGE = "language"
    FORMAT = "format"
    SEX_WISHES = "sex_wishes"
    INSTITUTION = "institution"
    BUILDING = "building"
    DISTRICT = "district"
    KINSHIP = "kinship"
    PARTING = "parting"
    SAME_CLASS = "same_class"
    ROLE_MODEL = "role_model"
    THEME = "theme"
    TEAM = "team"
    REVERSE = "reverse"


ALWAYS_HARD = frozenset({Rule.PLACES, Rule.SAME_PERSON, Rule.BAN, Rule.DECLINED})
OPTIONAL = frozenset({Rule.AGE_WISHES, Rule.SEX_WISHES, Rule.BUILDING, Rule.SAME_CLASS})
DEFAULT_HARD = frozenset(Rule) - ALWAYS_HARD - OPTIONAL


IN_PERSON = "in_person"
"""The mode of meeting for which the place matters; every other mode is the caller's."""


class Openness(StrEnum):
    """How somebody opens up with others."""

    AT_ONCE = "at_once"
    WITH_TIME = "with_time"
    WITH_FEW = "with_few"


class Theme(StrEnum):
    """What the mentees of one mentor have in common."""

    NEED = "need"
    INTEREST = "interest"


class InputCode(StrEnum):
    """What is wrong with a problem, named before anything is counted."""

    PERSON_TWICE = "person_twice"
    NEGATIVE_PLACES = "negative_places"
    NEGATIVE_DEMAND = "negative_demand"
    NOT_AN_INTEGER = "not_an_integer"
    WEIGHT_TOO_LARGE = "weight_too_large"
    PIN_UNKNOWN = "pin_unknown"
    PIN_BREAKS_RULE = "pin_breaks_rule"
    PINS_CONTRADICT = "pins_contradict"
    OVERFLOW = "overflow"


class ViolationCode(StrEnum):
    """What `check` can find in a plan."""

    NO_PLACES = "no_places"
    SAME_PERSON = "same_person"
    BANNED = "banned"
    DECLINED_BEFORE = "declined_before"
    MENTEE_CONSENT_MISSING = "mentee_consent_missing"
    MENTOR_CONSENT_MISSING = "mentor_consent_missing"
    MENTOR_CLEARANCE_MISSING = "mentor_clearance_missing"
    MENTEE_AGE_OUT_OF_BOUNDS = "mentee_age_out_of_bounds"
    MENTOR_AGE_OUT_OF_BOUNDS = "mentor_age_out_of_bounds"
    OUTSIDE_AGE_WISH = "outside_age_wish"
    NO_COMMON_TIME = "no_common_time"
    NO_COMMON_MODE = "no_common_mode"
    NO_COMMON_LANGUAGE = "no_common_language"
    OTHER_FORMAT = "other_format"
    OUTSIDE_SEX_WISH = "outside_sex_wish"
    OTHER_INSTITUTION = "other_institution"
    OTHER_BUILDING = "other_building"
    OTHER_DISTRICT = "other_district"
    RELATED = "related"
    PARTED_BEFORE = "parted_before"
    SAME_CLASS = "same_class"
    MENTOR_NOT_AHEAD = "mentor_not_ahead"
    TOO_FAR_APART = "too_far_apart"
    NO_COMMON_THEME = "no_common_theme"
    TEAM_LACKS_TOPIC = "team_lacks_topic"
    TEAM_LACKS_TIME = "team_lacks_time"
    PIN_MISSING = "pin_missing"
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
    VALUES_SHARED = "values_shared"
    VALUES_NONE = "values_none"
    VALUES_UNKNOWN = "values_unknown"
    WAYS_SUIT = "ways_suit"
    WAYS_DO_NOT_SUIT = "ways_do_not_suit"
    WAYS_UNKNOWN = "ways_unknown"
    OPENNESS_ALIKE = "openness_alike"
    OPENNESS_DIFFERS = "openness_differs"
    OPENNESS_UNKNOWN = "openness_unknown"
    MASTERY_KNOWN = "mastery_known"
    MASTERY_NONE = "mastery_none"
    MASTERY_UNKNOWN = "mastery_unknown"
    PREVIOUS_MENTOR = "previous_mentor"
    PREVIOUS_NONE = "previous_none"
    PLACE_SAME = "place_same"
    PLACE_OTHER = "place_other"
    PLACE_UNKNOWN = "place_unknown"


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
    PLACES_PINNED = "places_pinned"
    OTHER_THEME = "other_theme"
    TEAM_TOPIC_MISSING = "team_topic_missing"


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
    LIFT_BAN = "help_lift_ban"
    LIFT_PIN = "help_lift_pin"
    FORMAT = "help_format"
    SEX_WISH = "help_sex_wish"
    INSTITUTION = "help_institution"
    BUILDING = "help_building"
    DISTRICT = "help_district"
    SAME_CLASS = "help_same_class"
    ROLE_MODEL = "help_role_model"


class LevelName(StrEnum):
    """The goals, most important first. Seats are counted where somebody asks for more than one mentor."""

    COVERAGE = "coverage"
    SEATS = "seats"
    MUTUAL = "mutual"
    WORST = "worst"
    TOTAL = "total"


class SplitKind(StrEnum):
    """Why a proof falls into parts, see `plan.Split`."""

    REVERSE = "reverse"
    TEAM_TIME = "team_time"
    THEME = "theme"
    EXPERT = "expert"


ALL_CODES: tuple[StrEnum, ...] = (
    *Rule, *ViolationCode, *ReasonCode, *LeftOutCode, *HelpCode, *LevelName, *InputCode,
)  # fmt: skip
