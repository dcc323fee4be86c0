"""The calendar of an institution: weekly meetings, an offer of times, a private address."""

from datetime import date, datetime, time

from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.scheduling import actions as scheduling
from nastavnik.domain.scheduling.tokens import token_for


def add(side):
    """Meetings every week, times that the mentor offers, and the child's private calendar."""
    pair = Mentorship.objects.select_related("organisation").get(pk=side.rows["pair"])
    by, terms = side.mentor.user, scheduling.Terms(place=f"Зал {side.mark}")
    series = scheduling.plan_series(
        pair, first_on=date(2026, 11, 25), last_on=date(2026, 12, 2), every=1, begins_at=time(12), terms=terms, by=by
    )
    offer = scheduling.offer_times(pair, times=[datetime(2026, 11, 27, 15)], terms=terms, author=side.mentor, by=by)
    feed = scheduling.issue_feed(side.mentee, by=side.mentee.user)
    side.rows |= {"series": series.pk, "offer": offer.pk, "feed_token": token_for(side.mentee.pk, feed.nonce)}
