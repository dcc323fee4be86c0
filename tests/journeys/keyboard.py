"""Somebody who has only a keyboard: Tab to what is wanted, Enter or Space to press it, arrows to choose."""

from playwright.sync_api import Error

from tests.journeys import pressing

FOCUS = "it => [it.isConnected, it === document.activeElement, it.matches(':focus-visible')]"
STEPS = 400  # more presses of Tab than any page should ask for


class Keyboard:
    """The keys of a visitor; what cannot be reached by them fails the journey."""

    def __init__(self, visitor):
        self.visitor = visitor
        self.page = visitor.page

    def reach(self, role, name):
        """Tab until the control has the focus; it must be there, and the focus must be seen."""
        wanted = self.page.get_by_role(role, name=name).first
        wanted.wait_for()
        control = wanted.element_handle()
        for _step in range(STEPS):
            is_there, has_focus, is_seen = self._focus_on(control)
            if has_focus:
                assert is_seen, f"the focus on {role} «{name}» cannot be seen"
                return self
            if is_there:
                self.page.keyboard.press("Tab")
            else:  # the page was shown anew meanwhile
                control = wanted.element_handle()
        raise AssertionError(f"no way by Tab to {role} «{name}»:\n{self.page.locator('main').aria_snapshot()}")

    def _focus_on(self, control):
        """Whether the control is still on the page, has the focus, and the focus can be seen."""
        try:
            return control.evaluate(FOCUS)
        except Error:
            return False, False, False

    def press(self, role, name, key="Enter"):
        """Press what opens something on the same page."""
        self.reach(role, name)
        self.page.keyboard.press(key)
        return self

    def follow(self, role, name, key="Enter"):
        """Press what leads to a page, and wait until it is there."""
        self.reach(role, name)
        with pressing.arriving(self.page):
            self.page.keyboard.press(key)
        return self

    def keys(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def write(self, label, text):
        self.reach("textbox", label)
        self.page.keyboard.type(text)
        return self

    def choose(self, name):
        """A radio button of the group in which the focus is, by arrows."""
        wanted = self.page.get_by_role("radio", name=name).first
        for _step in range(STEPS):
            if wanted.is_checked():
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no way by arrows to «{name}»")

    @property
    def focus(self):
        """The id of what has the focus."""
        return self.page.evaluate("document.activeElement.id")

    def expect_focus(self, wanted):
        self.page.wait_for_function("id => document.activeElement.id === id", arg=wanted)
        return self
