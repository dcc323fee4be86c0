"""One installation with an organisation and an administrator, made once; a server on it."""

import re

import pytest

from tests.installation import Installation


@pytest.fixture(scope="session")
def installation(tmp_path_factory, prepared_tables):
    made = Installation(tmp_path_factory.mktemp("installation"), tables=prepared_tables)
    made.run("setup")
    answer = made.run(
        "organisation", "create", "--title", "Школа № 7", "--short", "Школа № 7", "--region", "Край",
        "--municipality", "Округ", "--coordinator", "Вымышлена Анна Петровна",
    )  # fmt: skip
    made.run("access", "administrator", "1")
    made.code = re.search(r"\b(\w{4}-\w{4}-\w{4})\b", answer).group(1)
    return made


@pytest.fixture(scope="session")
def port(installation):
    with installation.server() as port:
        yield port
