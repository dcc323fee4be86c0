"""Fifty equal submits at the same time have one effect; all fifty get the same answer."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.installation import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.django_db]
TIMES = 50


@pytest.fixture(scope="module")
def administrator(installation, port):
    visitor = Visitor(port)
    hidden = visitor.form("/sign-in/code/", "code")
    status, _where, page = visitor.post("/sign-in/code/", **hidden, code=installation.code)
    assert status in (302, 303), page
    return visitor


def at_once(visitor, path, fields):
    """The same POST from fifty sides, all let go together."""
    gate = Barrier(TIMES)

    def one(_number):
        side = Visitor(visitor.port)
        side.cookies = visitor.cookies
        gate.wait()
        return side.post(path, **fields)[:2]

    with ThreadPoolExecutor(TIMES) as pool:
        return Counter(pool.map(one, range(TIMES)))


def jobs(installation):
    code = "from nastavnik.core.models import Job, Submission; import json\n"
    code += "print(json.dumps([Job.objects.filter(name='operations.backup').count(), Submission.objects.count()]))"
    return json.loads(installation.python(code))


def test_one_effect(installation, administrator):
    fields = administrator.form("/state/", "/state/backup/")
    assert set(fields) == {"csrfmiddlewaretoken", "submission_key"}
    before = jobs(installation)

    answers = at_once(administrator, "/state/backup/", fields)

    assert answers == {(303, "/state/"): TIMES}
    assert jobs(installation) == [before[0] + 1, before[1] + 1]


def test_a_new_page_is_a_new_effect(installation, administrator):
    before = jobs(installation)

    for _ in range(2):
        status, _where, _page = administrator.post("/state/backup/", **administrator.form("/state/", "/state/backup/"))
        assert status == 303

    assert jobs(installation) == [before[0] + 2, before[1] + 2]


def test_somebody_elses_key_is_refused(installation, administrator):
    fields = administrator.form("/state/", "/state/backup/")
    administrator.post("/state/backup/", **fields)
    before = jobs(installation)

    installation.python(
        "from nastavnik.core.models import Submission\n"
        f"Submission.objects.filter(key='{fields['submission_key']}').update(owner='another')"
    )

    status, _where, _page = administrator.post("/state/backup/", **fields)
    assert (status, jobs(installation)) == (409, before)
