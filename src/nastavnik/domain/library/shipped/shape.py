"""One memo, shipped or an institution's own: the same record for both. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shipped:
    """A memo of one or two pages in our own words.

    `code` is Latin, at most 40 characters, and never changes: institutions lay their words over it. `audiences` are
    values of `enums.Audience` ("mentor", "mentee", "guardian", "staff"), `topic` one of `enums.Topic` ("beginning",
    "meetings", "methods", "mistakes", "hard", "time", "closing", "rules"); under "time" lie the ways to organise one's
    time that a mentor recommends. `situations` are values of `enums.Situation`, `formats` codes of mentoring formats,
    empty means all. `source` says in a few words where the thought comes from; `is_confirmed` stays False until
    somebody held the text against it: such a memo bears the mark «сверьте с оригиналом».

    `body` is plain text that `reading.blocks` understands: an empty line parts paragraphs, a line that begins with
    "# " is a heading, lines that begin with "- " are a list, with "1. " a numbered one, with "☐ " boxes to tick.
    """

    code: str
    title: str
    body: str
    audiences: tuple[str, ...]
    topic: str
    formats: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    source: str = ""
    is_confirmed: bool = False
