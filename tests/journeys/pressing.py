"""A press that leads to a page: it is over when all of that page has come, however slow the machine is.

A press returns when the finger is up; what is read of the page then may be the old one or half of the new one.
"""

from contextlib import contextmanager

PATIENCE = 240_000  # milliseconds; only what never comes takes so long


@contextmanager
def arriving(page):
    """What is done inside leads to another page, or to the same one anew; afterwards all of it is there."""
    with page.expect_navigation(wait_until="load", timeout=PATIENCE):
        yield


def press(control):
    """Press what leads to a page."""
    with arriving(control.page):
        control.click()
