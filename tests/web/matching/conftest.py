import pytest

from tests import factories as make
from tests.domain.matching.scene import coordinator


@pytest.fixture
def module(client):
    module = make.ModuleFactory()
    client.force_login(coordinator(module.organisation))
    return module
