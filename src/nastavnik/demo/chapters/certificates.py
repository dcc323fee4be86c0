"""A completed pair gets its certificates."""

from nastavnik.demo.school import School
from nastavnik.domain.documents import actions as documents
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember


def issue(school: School, pair: Mentorship) -> None:
    """One for the mentor and one for the mentee."""
    members = MentorshipMember.objects.filter(mentorship=pair).select_related(
        "person", "organisation", "mentorship__module__programme"
    )
    documents.issue_certificates(members, dated_on=school.timeline.today_in_story(), by=school.coordinator)
