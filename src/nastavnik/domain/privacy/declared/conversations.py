"""Tables of conversations, requests for help and concerns. What a child told about somebody is told to nobody by an
export: it is read on its own page, by its author and its readers alone (`queries.held`)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.conversations.enums import RequestKind
from nastavnik.domain.conversations.models import HelpRequest
from nastavnik.domain.privacy.declared.mentorships import about
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import Owner, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term


def said(to_message: str) -> Owner:
    """One's own messages; all of a pair whose only mentee one is, all of what one asked aside of a pair."""

    def condition(person: int) -> Q:
        aside = HelpRequest.objects.filter(asker=person).exclude(kind=RequestKind.CONSULTANT).values("channel")
        channel = Q(**{f"{to_message}channel__in": aside})
        return about(f"{to_message}channel__mentorship", f"{to_message}author")(person) | channel

    return condition


CONVERSATIONS = (
    PersonalTable(
        "conversations.ConcernStateChange", _("«Мне некомфортно»: что решено"), by("concern__child", "concern__author"),
        C.TALKS, Purpose.PROTECT, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "concern"),
        unsaid=frozenset({*CHANGE, "concern", "note"}),
    ),
    PersonalTable(
        "conversations.ConcernReader", _("«Мне некомфортно»: кто прочитал"), by("person"), C.TALKS, Purpose.PROTECT,
        Term.TAKING_PART, Fate.KEPT, kept=("concern", "person", "asked_at", "read_at"),
        unsaid=frozenset({"concern", "person", "asked_at", "read_at"}),
    ),
    PersonalTable(
        "conversations.Concern", _("«Мне некомфортно»"), by("child", "author"), C.TALKS, Purpose.PROTECT,
        Term.TAKING_PART, Fate.BLANKED, blanked={"text": "", "outcome": "", "subject": None},
        kept=("author", "child", "state", "raised_at", "settled_at"),
        unsaid=frozenset({"author", "child", "subject"}),
    ),
    PersonalTable(
        "conversations.MessageVersionStateChange", _("Переписка: что решил куратор"), said("version_of__message__"),
        C.TALKS, Purpose.PROTECT, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""},
        kept=(*CHANGE, "version_of"), unsaid=frozenset({*UNSAID, "version_of", "by"}),
    ),
    PersonalTable(
        "conversations.MessageVersion", _("Переписка: слова"), said("message__"), C.TALKS, Purpose.RUN,
        Term.TAKING_PART, Fate.BLANKED, blanked={"text": "", "findings": []},
        kept=("message", "number", "state", "written_at", "deliver_at", "announced_at"),
        unsaid=frozenset({"message", "findings", "deliver_at", "announced_at"}),
    ),
    PersonalTable(
        "conversations.Message", _("Переписка: кто и когда писал"), said(""), C.TALKS, Purpose.RUN, Term.TAKING_PART,
        Fate.KEPT, kept=("channel", "author", "kind", "goal", "sent_at"), unsaid=frozenset({"channel", "goal"}),
    ),
    PersonalTable(
        "conversations.HelpRequestStateChange", _("Что было с просьбами о помощи"), by("request__asker"), C.TALKS,
        Purpose.RUN, Term.TAKING_PART, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "request"),
        unsaid=frozenset({*UNSAID, "request", "by"}),
    ),
    PersonalTable(
        "conversations.HelpRequest", _("Просьбы о помощи"), by("asker"), C.TALKS, Purpose.RUN, Term.TAKING_PART,
        Fate.KEPT,
        kept=(
            "kind", "channel", "asker", "module", "mentorship", "state", "asked_at", "answered_at", "answered_by",
            "closed_at",
        ),
        unsaid=frozenset({"channel", "asker", "mentorship", "answered_by"}),
    ),
    PersonalTable(
        "conversations.ChannelMember", _("Участие в переписке"), by("person"), C.TALKS, Purpose.RUN, Term.TAKING_PART,
        Fate.KEPT, kept=("channel", "person", "role", "is_child", "joined_at", "left_at"),
        unsaid=frozenset({"channel", "person", "is_child"}),
    ),
)  # fmt: skip
