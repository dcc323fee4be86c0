from datetime import date

from nastavnik.domain.monitoring import actions, tokens
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.shipped.shape import ten, words, yes_no
from nastavnik.domain.questionnaires.specs import Condition, Score, Scoring, Section, Spec
from tests.factories.consents import signed_consent
from tests.factories.people import PersonFactory
from tests.factories.programmes import ModuleFactory, ParticipationFactory

TWO_PAGES = Spec(
    "Как вам работается",
    intro="Пять минут.",
    sections=(
        Section(
            "Встречи",
            questions=(
                ten("comfort", "Легко ли вам говорить с наставником?", comment_below=4),
                yes_no("worried", "Что-нибудь тревожит?"),
                words("what", "Что именно?", shown_if=Condition("worried"), is_required=True),
            ),
        ),
        Section("Дальше", questions=(words("wish", "Чего не хватило?"),)),
    ),
)
COMFORT = Scoring((Score("comfort", "Спокойствие", ("comfort",), "mean", ((1, "тревожно"), (7, "спокойно"))),))


def questionnaire(organisation, spec=TWO_PAGES, scoring=COMFORT, *, by=None, **more):
    """A questionnaire in force."""
    draft = questionnaires.create(organisation, title=spec.title, spec=spec, scoring=scoring, by=by, **more)
    return questionnaires.publish(draft, by=by)


def open_wave(*, module=None, mentees=2, is_anonymous=False, spec=TWO_PAGES, by=None, **wave):
    """A wave that is open, with children whose consents are signed."""
    module = module or ModuleFactory()
    for _ in range(mentees):
        child = PersonFactory(organisation=module.organisation, with_user=True)
        signed_consent(child)
        ParticipationFactory(module=module, person=child)
    survey = actions.create_survey(
        module.programme,
        questionnaire=questionnaire(module.organisation, spec, by=by).questionnaire,
        title="Опрос осенью",
        roles=["mentee"],
        is_anonymous=is_anonymous,
        by=by,
    )
    made = actions.plan_wave(survey, starts_on=date(2026, 11, 20), by=by, **wave)
    return actions.open_wave(made, by=by)


def token(invitation):
    """The personal code of an invitation."""
    return tokens.token_for(invitation.wave.code, invitation.person_id)
