"""Tables of the calendar: times that were offered, meetings that repeat, private addresses, letters."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

SCHEDULING = (
    PersonalTable(
        "scheduling.Invitation", _("Приглашения в календарь"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.GONE, gone=("person", "meeting", "series", "told", "at"),
        unsaid=frozenset({"person", "meeting", "series", "told"}),
    ),
    PersonalTable(
        "scheduling.CalendarFeed", _("Личный адрес календаря"), by("person"), C.RECORDS, Purpose.RUN, Term.TAKING_PART,
        Fate.GONE, gone=("person", "nonce", "digest", "issued_at", "revoked_at"),
        unsaid=frozenset({"person", "nonce", "digest"}),
    ),
    PersonalTable(
        "scheduling.OfferAnswer", _("Какое время подходит"), by("member__person"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.GONE, gone=("offer", "member", "suits"), unsaid=frozenset({"offer", "member"}),
    ),
    PersonalTable(
        "scheduling.TimeOfferStateChange", _("Что было с предложенным временем"), about("time_offer__mentorship"),
        C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "time_offer"),
        unsaid=frozenset({*UNSAID, "time_offer", "by"}),
    ),
    PersonalTable(
        "scheduling.TimeOffer", _("Предложенное время"), about("mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"place": "", "link": ""},
        kept=("mentorship", "author", "state", "times", "minutes", "mode", "meeting"),
        unsaid=frozenset({"mentorship", "author", "meeting"}),
    ),
    PersonalTable(
        "scheduling.MeetingSeriesStateChange", _("Что было с расписанием встреч"), about("meeting_series__mentorship"),
        C.RECORDS, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=(*CHANGE, "meeting_series"), unsaid=frozenset({*UNSAID, "meeting_series", "by"}),
    ),
    PersonalTable(
        "scheduling.Occurrence", _("Встречи по расписанию"), about("series__mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.KEPT, kept=("series", "meeting", "day"), unsaid=frozenset({"series", "meeting"}),
    ),
    PersonalTable(
        "scheduling.MeetingSeries", _("Расписание встреч"), about("mentorship"), C.RECORDS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"place": "", "link": ""},
        kept=("mentorship", "state", "first_on", "last_on", "every", "begins_at", "minutes", "mode"),
        unsaid=frozenset({"mentorship"}),
    ),
)  # fmt: skip
