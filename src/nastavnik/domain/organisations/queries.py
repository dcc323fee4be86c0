"""What can be asked about organisations. Whose organisation it is, is asked in `people`: roles live there."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from nastavnik.domain.organisations.models import AcademicYear, Holiday, Organisation, Partner, StudyGroup


def academic_year_on(organisation: Organisation, on: date) -> AcademicYear | None:
    """The academic year in which the day lies."""
    years = AcademicYear.objects.filter(organisation=organisation, starts_on__lte=on)
    return years.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).order_by("-starts_on").first()


def academic_years(organisation: Organisation) -> QuerySet[AcademicYear]:
    """All years, the newest first."""
    return AcademicYear.objects.filter(organisation=organisation)


def study_groups(year: AcademicYear, on: date) -> QuerySet[StudyGroup]:
    """The groups of a year with `people`: how many are in each on the day."""
    enrolled = Q(enrolments__starts_on__lte=on) & (Q(enrolments__ends_on__isnull=True) | Q(enrolments__ends_on__gte=on))
    return StudyGroup.objects.filter(academic_year=year).annotate(people=Count("enrolments", filter=enrolled))


def study_groups_of(organisation: Organisation, on: date) -> QuerySet[StudyGroup]:
    """The groups of the academic year of the day, for choosing one."""
    year = academic_year_on(organisation, on)
    return StudyGroup.objects.filter(academic_year=year) if year else StudyGroup.objects.none()


def holidays(organisation: Organisation) -> QuerySet[Holiday]:
    """All holidays, the earliest first."""
    return Holiday.objects.filter(organisation=organisation)


def partners(organisation: Organisation) -> QuerySet[Partner]:
    return Partner.objects.filter(organisation=organisation).order_by("title")


def demo_exists() -> bool:
    """The invented institutions are there."""
    return Organisation.objects.filter(is_demo=True).exists()
