"""What a journey costs: presses and fields typed, counted by the browser itself on every page."""

# A press of the mouse, a choice in a list (opened and chosen: two presses), a field into which something was typed.
LISTENERS = """
document.addEventListener('pointerdown', () => window.effort('press', ''), true);
document.addEventListener('change', event => {
  if (event.target.tagName === 'SELECT') { window.effort('press', ''); window.effort('press', ''); }
}, true);
document.addEventListener('input', event => {
  const field = event.target;
  const ticked = ['radio', 'checkbox'].includes(field.type);
  const typed = field.tagName === 'TEXTAREA' || (field.tagName === 'INPUT' && !ticked);
  if (typed) { window.effort('field', location.pathname + ' ' + field.name); }
}, true);
"""


class Effort:
    """Presses, and different fields, of all visitors that it watches; a field typed by two people counts twice."""

    def __init__(self):
        self.presses = 0
        self.fields = set()

    def watch(self, visitor):
        """Count what this visitor does from now on."""

        def note(kind, name):
            if kind == "press":
                self.presses += 1
            else:
                self.fields.add((id(visitor), name))

        visitor.context.expose_function("effort", note)
        visitor.context.add_init_script(LISTENERS)
        return visitor
