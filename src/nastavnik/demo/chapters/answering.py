"""Both sides and the parents answer: most by themselves, some on paper."""

from collections.abc import Sequence

from nastavnik.demo.school import Institution
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Answer, Party
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval
from nastavnik.domain.people.models import User
from nastavnik.domain.people.queries import guardians_of

ON_PAPER = 7  # every seventh answer is brought to the coordinator on paper


def everybody_agrees(place: Institution, pairs: Sequence[Mentorship], *, first: int, last: int) -> None:
    """All answers of the pairs between two days, given as days before today."""
    for number, approval in enumerate(_questions(pairs)):
        days_ago = first - number % (first - last + 1)
        place.timeline.on(
            place.timeline.day(days_ago),
            lambda approval=approval, number=number: _agree(place, approval, on_paper=number % ON_PAPER == 0),
            hour=16 + number % 4,
            minute=number * 7 % 60,
        )


def mentor_agrees(place: Institution, pair: Mentorship, *, days_ago: int) -> None:
    """Only the mentor has answered so far, and the mentor's parent."""
    mentor = [one for one in _questions([pair]) if one.member.role == Party.MENTOR]
    for approval in mentor:
        place.timeline.on(place.timeline.day(days_ago), lambda approval=approval: _agree(place, approval), hour=18)


def _questions(pairs: Sequence[Mentorship]) -> list[MentorshipApproval]:
    rows = MentorshipApproval.objects.filter(mentorship__in=pairs).select_related("member__person__user")
    return list(rows.order_by("mentorship_id", "id"))


def _agree(place: Institution, approval: MentorshipApproval, *, on_paper: bool = False) -> None:
    by = place.coordinator if on_paper else _who_answers(place, approval)
    mentorships.answer(approval, answer=Answer.YES, by=by, on_paper=on_paper)


def _who_answers(place: Institution, approval: MentorshipApproval) -> User:
    person = approval.member.person
    if approval.party != Party.GUARDIAN:
        return person.user
    return guardians_of(person, place.timeline.today_in_story())[0].guardian.user
