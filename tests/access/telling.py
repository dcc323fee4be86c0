"""What everybody is told, of the matrix: a piece of news on the page, and the page as it was taken to another site."""

from datetime import date

from nastavnik.domain.programmes import actions


def add(side, by):
    programme = side.module.programme
    news = actions.write_news(
        programme, title=f"Новость {side.mark}", text=f"Встреча {side.mark}", told_on=date(2026, 11, 20), by=by
    )
    actions.publish_news(news, names_are_checked=True, by=by)
    export = actions.remember_export(programme, mentors=[side.mentor.pk], people=[], by=by)
    side.rows |= {"news": news.pk, "site_export": export.pk}
