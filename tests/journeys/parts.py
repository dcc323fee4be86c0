"""What a page is made of, so that pages made of the same parts are held against axe once.

A part is an element with its place: the tags, classes and states of all elements above it, what attributes it has,
whether they are empty or point to nothing, and whether it has text. Words and numbers are no part.
"""

# Of these the value counts; of all others only whether there is one, and for ids named by others whether they exist.
# Repeated ids, the order of headings and the landmarks belong to the page as a whole.
SCRIPT = r"""
() => {
  const values = /^(class|type|role|lang|scope|tabindex|colspan|rowspan|content|autocomplete|inputmode|rel|target)$/;
  const states = /^aria-(?!label|description|valuetext|valuenow)/;
  const pointers = /^(for|headers|list|form|aria-labelledby|aria-describedby|aria-controls|aria-owns|aria-details)$/;
  const known = new Set(), twice = new Set(), parts = new Set();
  const all = document.querySelectorAll('[id]');
  all.forEach(one => (known.has(one.id) ? twice : known).add(one.id));
  const hash = (text, seed) => {
    let a = seed ^ 0xdeadbeef, b = seed ^ 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      a = Math.imul(a ^ c, 2654435761);
      b = Math.imul(b ^ c, 1597334677);
    }
    return [a >>> 0, b >>> 0];
  };
  const said = ({name, value}) => {
    if (pointers.test(name)) {
      return name + '>' + value.split(/\s+/).map(id => known.has(id) ? 'y' : 'n').sort().join('');
    }
    return values.test(name) || states.test(name) ? name + '=' + value : name + (value.trim() ? '+' : '');
  };
  const walk = (one, place) => {
    const text = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const state = [one.checked, one.disabled, one.open, one.selected, text].map(Number).join();
    const [a, b] = hash(one.tagName + state + [...one.attributes].map(said).sort().join() + place, place.length);
    const here = a.toString(36) + b.toString(36);
    parts.add(here);
    for (const child of one.children) { walk(child, here); }
  };
  walk(document.documentElement, '');
  const whole = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,main,nav,header,footer,aside,section,form,[role]')];
  const shown = whole.filter(one => one.checkVisibility());
  const order = shown.map(one => [one.tagName, one.getAttribute('role'), one.ariaLabel].join(' '));
  return [[...parts], order.filter((one, n) => one !== order[n - 1]).join(), [...twice]];
}
"""
