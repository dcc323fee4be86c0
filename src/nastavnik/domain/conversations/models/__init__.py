"""The tables of the room, one file a noun."""

from nastavnik.domain.conversations.models.channel import ApprovedLink, Channel, ChannelMember
from nastavnik.domain.conversations.models.concern import Concern, ConcernReader, ConcernStateChange
from nastavnik.domain.conversations.models.message import Message, MessageVersion, MessageVersionStateChange
from nastavnik.domain.conversations.models.request import HelpRequest, HelpRequestStateChange

__all__ = [
    "ApprovedLink",
    "Channel",
    "ChannelMember",
    "Concern",
    "ConcernReader",
    "ConcernStateChange",
    "HelpRequest",
    "HelpRequestStateChange",
    "Message",
    "MessageVersion",
    "MessageVersionStateChange",
]
