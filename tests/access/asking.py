"""Questionnaires and surveys of one side of the world."""

from datetime import date

from nastavnik.domain.monitoring import actions, tokens
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.shipped.shape import ten
from nastavnik.domain.questionnaires.specs import Section, Spec


def add(side, school, by):
    """One in force with a draft of its next version, a wave with an answer, one without names, one that waits."""
    spec = Spec(f"Анкета {side.mark}", sections=(Section(side.mark, questions=(ten("q1", f"Вопрос {side.mark}"),)),))
    version = questionnaires.publish(questionnaires.create(school, title=spec.title, spec=spec, by=by), by=by)
    draft = questionnaires.edit_again(version.questionnaire, by=by)
    waves = {}
    for name, without_names in (
        ("wave", False),
        ("wave_nameless", True),
        ("wave_planned", False),
        ("wave_later", False),
    ):
        survey = actions.create_survey(
            side.module.programme,
            questionnaire=version.questionnaire,
            title=f"Опрос {side.mark}",
            roles=["mentee", "mentor"],
            is_anonymous=without_names,
            by=by,
        )
        waves[name] = actions.plan_wave(survey, starts_on=date(2026, 11, 20), by=by)
        if name != "wave_planned":
            actions.open_wave(waves[name], by=by)
    answered, waiting = waves["wave"].invitations.all()[:2]
    sheet, _mistakes = actions.enter_paper(waves["wave"], {"q1": "7"}, invitation=answered, by=by)
    side.rows |= {name: wave.pk for name, wave in waves.items()} | {
        "questionnaire": version.questionnaire_id,
        "version": version.pk,
        "draft_version": draft.pk,
        "wave_change": (waves["wave_later"].pk, waves["wave"].pk),
        "question": (draft.pk, "q1"),
        "question_page": (draft.pk, 0),
        "score": (draft.pk, "new"),
        "asked_person": (waves["wave"].pk, waiting.pk),
        "sheet": sheet.pk,
        "survey_token": tokens.token_for(waves["wave"].code, waiting.person_id),
    }
