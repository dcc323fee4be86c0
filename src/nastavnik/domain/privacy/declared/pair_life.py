"""How pairs begin, change and end: rules of the two, last words, needs of a group, short meetings."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

RECORDS = (C.RECORDS, Purpose.RUN, Term.TAKING_PART)
PARTICIPATION = (C.PARTICIPATION, Purpose.RUN, Term.TAKING_PART)

PAIR_LIFE = (
    PersonalTable(
        "mentorships.AgreementLine", _("Правила пары: своя строка"), about("agreement__mentorship", "author"), *RECORDS,
        Fate.GONE, gone=("agreement", "author", "text"), unsaid=frozenset({"agreement"}),
    ),
    PersonalTable(
        "mentorships.AgreementConfirmation", _("Правила пары: кто согласен"), by("member__person"), *RECORDS,
        Fate.KEPT, kept=("agreement", "member", "at"), unsaid=frozenset({"agreement", "member"}),
    ),
    PersonalTable(
        "mentorships.PairAgreement", _("Правила пары"), about("mentorship"), *RECORDS, Fate.BLANKED,
        blanked={"mentor_does": "", "mentee_does": "", "how_often": "", "how_to_end": ""}, kept=("mentorship",),
        unsaid=frozenset({"mentorship"}),
    ),
    PersonalTable(
        "mentorships.TrialAnswer", _("После пробной встречи: продолжаем"), by("member__person"), *RECORDS, Fate.KEPT,
        kept=("mentorship", "member", "at"), unsaid=frozenset({"mentorship", "member"}),
    ),
    PersonalTable(
        "mentorships.ThemeVote", _("Группа: голос за тему"), by("member__person"), *RECORDS, Fate.GONE,
        gone=("need", "member"), unsaid=frozenset({"need", "member"}),
    ),
    PersonalTable(
        "mentorships.GroupNeed", _("Группа: что нужно участникам"), by("named_by__person"), *RECORDS, Fate.BLANKED,
        blanked={"text": "", "theme": "", "resource": "", "activity": ""},
        kept=("mentorship", "named_by", "form", "agreed_on"), unsaid=frozenset({"mentorship", "named_by"}),
    ),
    PersonalTable(
        "mentorships.ClosingWord", _("Последние слова"), by("member__person"), *RECORDS, Fate.BLANKED,
        blanked={"feedback": "", "reflection": "", "professional": "", "personal": ""},
        kept=("mentorship", "member", "became_friends", "wants_to_mentor", "at"),
        unsaid=frozenset({"mentorship", "member"}),
    ),
    PersonalTable(
        "mentorships.Closing", _("Что сделано и засчитано"), about("mentorship"), *RECORDS, Fate.BLANKED,
        blanked={"credit": "", "group_reflection": ""}, kept=("mentorship",), unsaid=frozenset({"mentorship"}),
    ),
    PersonalTable(
        "mentorships.EndRequest", _("Просьба закончить пару"), by("member__person"), *PARTICIPATION, Fate.BLANKED,
        blanked={"note": ""}, kept=("mentorship", "member", "asked_at", "settled_at", "settled_by"),
        unsaid=frozenset({"mentorship", "member", "settled_by"}),
    ),
    PersonalTable(
        "mentorships.Extension", _("Продление пары"), about("mentorship"), *PARTICIPATION, Fate.BLANKED,
        blanked={"note": ""}, kept=("mentorship", "until_before", "until", "counted_year", "by", "at"),
        unsaid=frozenset({"mentorship", "by"}),
    ),
    PersonalTable(
        "mentorships.HandoverOffer", _("Предложение другого наставника"), about("mentorship", "to__person"),
        *PARTICIPATION, Fate.BLANKED, blanked={"note": ""},
        kept=("mentorship", "left", "to", "reason", "by", "offered_at", "closed_at", "handover"),
        unsaid=frozenset({"mentorship", "left", "to", "by", "handover"}),
    ),
    PersonalTable(
        "mentorships.HandoverAnswer", _("Ответы о другом наставнике"), by("person"), *PARTICIPATION, Fate.KEPT,
        kept=("offer", "person", "party", "answer", "how", "at", "by"),
        unsaid=frozenset({"offer", "person", "by"}),
    ),
    PersonalTable(
        "mentorships.Handover", _("Смена наставника"), about("mentorship", "left__person", "came__person"),
        *PARTICIPATION, Fate.BLANKED, blanked={"note": ""},
        kept=("mentorship", "left", "came", "on", "reason", "by", "at"),
        unsaid=frozenset({"mentorship", "left", "came", "by"}),
    ),
    PersonalTable(
        "mentorships.Rest", _("Отдых перед новой парой"), by("participation__person"), *PARTICIPATION, Fate.KEPT,
        kept=("participation", "starts_on", "ends_on"), unsaid=frozenset({"participation"}),
    ),
    PersonalTable(
        "mentorships.FlashSlotStateChange", _("Короткие встречи: что было"), by("flash_slot__mentor__person"),
        *PARTICIPATION, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "flash_slot"),
        unsaid=frozenset({*UNSAID, "flash_slot", "by"}),
    ),
    PersonalTable(
        "mentorships.FlashSlot", _("Короткие встречи"),
        by("mentor__person", "mentorship__members__person"), *PARTICIPATION, Fate.BLANKED,
        blanked={"topic": "", "place": "", "thanks": ""},
        kept=("module", "mentor", "state", "happens_on", "begins_at", "minutes", "mentorship"),
        unsaid=frozenset({"module", "mentor", "mentorship"}),
    ),
)  # fmt: skip
