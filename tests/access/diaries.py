"""What was written of a meeting that was: words, feedback, a photograph, and what a child wrote for itself."""

from nastavnik.domain.mentorships import actions

SECRET = "НЕПРОЧТЁТНИКТО"


def add(side, pair, day):
    """A meeting of the pair of one side, held on the day, and what came after it."""
    mentor = side.mentor
    held = actions.record_meeting(
        pair, happens_on=day, state="held", text=f"Слова {side.mark}", author=mentor, by=mentor.user
    )
    feedback = actions.give_feedback(
        held,
        author=mentor,
        to=pair.members.get(role="mentee"),
        went_well=f"Хорошо {side.mark}",
        next_step=f"Дальше {side.mark}",
        by=mentor.user,
    )
    photograph = (f"{side.mark}.png", b"\x89PNG\r\n\x1a\n")
    pictured = actions.write_diary(
        pair, author=mentor, happened_on=day, text=f"Снимок {side.mark}", photograph=photograph, by=mentor.user
    )
    side.rows |= {
        "held": held.pk,
        "entry": held.entries.get().pk,
        "feedback": feedback.pk,
        "pictured": pictured.pk,
    }
    actions.write_diary(
        pair, author=side.mentee, happened_on=day, text=SECRET, is_private=True, meeting=held, by=side.mentee.user
    )
