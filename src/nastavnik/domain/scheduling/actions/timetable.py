"""The school's lessons, as far as meetings have to know them."""

from collections.abc import Mapping

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.organisations.models import Organisation, StudyGroup
from nastavnik.domain.people.models import User
from nastavnik.domain.scheduling.errors import LessonUnordered
from nastavnik.domain.scheduling.models import LessonHours


@transaction.atomic
def set_hours(
    organisation: Organisation, study_group: StudyGroup | None, week: Mapping[int, tuple[int, int]], *, by: User | None
) -> list[LessonHours]:
    """From the first bell to the last, by weekday, of one group or of all; what was there before is replaced."""
    if any(end <= start for start, end in week.values()):
        raise LessonUnordered
    LessonHours.objects.filter(organisation=organisation, study_group=study_group).delete()
    rows = [
        LessonHours(organisation=organisation, study_group=study_group, weekday=day, start_minute=start, end_minute=end)
        for day, (start, end) in sorted(week.items())
    ]
    made = LessonHours.objects.bulk_create(rows)
    audit.record("lesson_hours.set", organisation, by=by, fields=["lesson_hours"], organisation_id=organisation.pk)
    return made
