"""Whether a programme may be taken back."""

from django.db.models import Q

from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme

NOT_BEGUN = (ProgrammeState.PREPARING, ProgrammeState.PROPOSED)


def hinders(programme: Programme) -> bool:
    """It has begun, or somebody or something needs it: people, pairs, papers, runs of matching, lists, a copy, a page
    on another site."""
    used = (
        Q(modules__participations__isnull=False)
        | Q(modules__mentorships__isnull=False)
        | Q(modules__match_runs__isnull=False)
        | Q(modules__people_imports__isnull=False)
        | Q(information_page__answers__isnull=False)
        | Q(copies__isnull=False)
        | Q(site_exports__isnull=False)
    )
    rows = Programme.objects.filter(pk=programme.pk)
    return (
        programme.state not in NOT_BEGUN
        or rows.filter(used).exists()
        or programme.documents.exclude(state="discarded").exists()
        or any(one.documents.exclude(state="discarded").exists() for one in programme.modules.all())
    )
