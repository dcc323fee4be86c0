"""Somebody in front of a real browser: every page passed is held against axe and asks nothing of foreign hosts.

In the short form a page made of parts that were all held against axe before, at the same width, is not held again.
"""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from tests.effort import IS_LONG
from tests.journeys import parts, pressing

WIDE = {"width": 1280, "height": 900}
TELEPHONE = {"width": 320, "height": 640}
# WCAG 2.0–2.2 A and AA, and what axe calls best practice.
# Of what holds, axe would weigh and hand over every node; only what does not is looked at.
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
# The half megabyte of axe goes to the browser once a visitor, and into a page where it is used.
KEPT = f"window.axeKept = () => {{\n{Axe().axe_script}\n}};"
RUN = "options => { window.axeKept(); return window.axe.run(document, options).then(found => found.violations); }"
TOKEN = re.compile(r'name="(csrfmiddlewaretoken|submission_key|entry_key)" value="[^"]*"|nonce="[^"]*"')


class Visitor:
    """One person with a browser of their own."""

    held = set()  # what somebody has held against axe before: pages as they were, and what pages were made of

    def __init__(self, browser, address, *, telephone=False):
        self.context = browser.new_context(
            base_url=address, viewport=TELEPHONE if telephone else WIDE, locale="ru-RU", accept_downloads=True
        )
        self.context.add_init_script(KEPT)
        self.page = self.context.new_page()
        self.context.set_default_timeout(pressing.PATIENCE)
        self.address = address
        self.troubles = []
        self.seen = set()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("request", self._asked)

    def _heard(self, message):
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.troubles.append(f"console on {self.page.url}: {message.text}")

    def _asked(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.troubles.append(f"foreign request: {request.url}")

    def open(self, path):
        self.page.goto(path)
        return self.look()

    def press(self, name, *, exact=False, within=None, role="button"):
        """Press a button (or follow a link) by its visible words and look at the page it leads to."""
        found = (within or self.page).get_by_role(role, name=name, exact=exact)
        assert found.count(), f"no {role} «{name}» on {self.page.url}:\n{self.page.locator('body').aria_snapshot()}"
        pressing.press(found.first)
        return self.look()

    def follow(self, name, **where):
        return self.press(name, role="link", **where)

    def field(self, label):
        """The control whose label begins with these words (what is optional says so behind them)."""
        labelled = self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}"))
        return self.page.locator("input, select, textarea").and_(labelled).first

    def write(self, fields):
        """Type into fields, choose in lists, by their labels."""
        for label, value in fields.items():
            control = self.field(label)
            assert control.count(), f"no «{label}» on {self.page.url}:\n{self.page.locator('main').aria_snapshot()}"
            if control.evaluate("control => control.tagName") == "SELECT":
                control.select_option(label=value)
            else:
                control.fill(value)
        return self

    def look(self):
        """Hold the page against axe; nothing may run over the width of the screen.

        A page that waits for work shows itself anew when the work is done; then the new one is looked at.
        """
        while True:
            self.page.wait_for_load_state()
            try:
                return self._hold()
            except Error as trouble:
                if "because of a navigation" not in str(trouble):
                    raise

    def _hold(self):
        # At the end of the page the sticky bar of telephones lies in its own place and covers nothing by half.
        self.page.evaluate("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
        if new := self._what_is_new():
            found = self.page.evaluate(RUN, RULES)
            self.troubles += [f"axe on {self.page.url}: {one['id']} – {one['nodes'][0]['html'][:200]}" for one in found]
            self.held.update(new)
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            self.troubles.append(f"{self.page.url} is {over} px wider than the screen")
        self.seen.add(self.page.url.split("?")[0])
        return self

    def _what_is_new(self):
        """What nobody held against axe at this width; in the long form the page but for the tokens of its forms."""
        width = self.page.viewport_size["width"]
        if IS_LONG:
            return {(width, TOKEN.sub("", self.page.evaluate("document.documentElement.outerHTML")))} - self.held
        made_of, order, repeated = self.page.evaluate(parts.SCRIPT)
        return {(width, one) for one in (*made_of, order, *repeated)} - self.held

    @property
    def text(self):
        return self.page.inner_text("body").replace("\u00a0", " ")

    @property
    def heading(self):
        return self.page.inner_text("h1").replace("\u00a0", " ")

    def sign_in(self, code):
        """By the one-time code of a printed card."""
        self.open("/sign-in/code/")
        self.page.get_by_role("textbox").first.fill(code)
        self.press("Продолжить")

    def close(self):
        self.context.close()
