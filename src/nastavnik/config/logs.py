"""Logs go to standard error, one line an event, without personal data: no bodies, no query strings, no names."""

import logging
import logging.config


class WithoutQuery(logging.Filter):
    """Cuts query strings and one-time tokens out of request lines, whoever wrote them."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.args = (
            tuple(_cut(argument) for argument in record.args) if isinstance(record.args, tuple) else record.args
        )
        return True


def _cut(argument: object) -> object:
    if not isinstance(argument, str) or "/" not in argument:
        return argument
    path = argument.split("?", 1)[0]
    head, mark, _token = path.partition("/sign-in/link/")
    return f"{head}{mark}…" if mark else path


def configure(_settings: dict[str, object]) -> None:
    """Set up logging for every process of the product."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"without_query": {"()": WithoutQuery}},
            "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_query"]}
            },
            "root": {"handlers": ["stderr"], "level": "INFO"},
            "loggers": {
                # Django's default sends errors by e-mail, with everything the request held.
                "django": {"handlers": [], "level": "INFO", "propagate": True},
                "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
                "django.request": {"level": "ERROR"},
                "huey": {"level": "WARNING"},
                "fontTools": {"level": "WARNING"},
            },
        }
    )
