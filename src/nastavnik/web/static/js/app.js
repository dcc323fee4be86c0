// Small conveniences over pages that work without them. Behaviour hangs on data-* attributes.
(function () {
  "use strict";

  // A form is sent once: its button says that work goes on and keeps its width.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || (form.method || "get").toLowerCase() !== "post" || form.hasAttribute("hx-post")) return;
    // A file comes and the page stays: the other button of the form must work as well.
    if (form.hasAttribute("data-download")) return;
    form.dataset.sent = "yes";
    // Who signs out takes along the key to what the log keeps in this browser; the entries wait for them.
    if (form.matches('[action$="/sign-out/"]')) window.localStorage.removeItem("nastavnik-log-me");
    var button = event.submitter;
    if (button && button.dataset.busy) {
      button.style.minWidth = button.offsetWidth + "px";
      button.dataset.rest = button.textContent;
      button.textContent = button.dataset.busy;
    }
    if (button) button.setAttribute("aria-disabled", "true");
  });

  // Back from the browser's memory: forms may be sent again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
        if (button.dataset.rest) button.textContent = button.dataset.rest;
      });
    });
  });

  function ready(root) {
    var summary = root.querySelector("[data-focus]");
    if (summary) summary.focus();
    root.querySelectorAll("[data-toasts]").forEach(toasts);
    root.querySelectorAll("[data-choose]").forEach(count);
    root.querySelectorAll("input[type=number][data-slider]").forEach(slider);
  }

  // A number between two ends becomes a slider; what it says stands beside it.
  function slider(field) {
    var said = field.parentNode.querySelector("output");
    function say() { said.textContent = field.value; }
    field.type = "range";
    field.className = "";
    said.hidden = false;
    field.addEventListener("input", say);
    say();
  }

  // Good news floats for eight seconds and waits while it is read; trouble stays at the top of the page.
  function toasts(region) {
    region.querySelectorAll(".note.is-ok, .note.is-info").forEach(function (note) {
      note.classList.add("is-toast");
      var timer = 0;
      function wait() {
        timer = window.setTimeout(function () { note.remove(); }, 8000);
      }
      ["mouseenter", "focusin"].forEach(function (name) {
        note.addEventListener(name, function () { window.clearTimeout(timer); });
      });
      ["mouseleave", "focusout"].forEach(function (name) { note.addEventListener(name, wait); });
      wait();
    });
  }

  // One letter for one act of a fast pass: the place of the key, whatever the alphabet; never while somebody types.
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    var act = document.querySelector('[data-key="' + event.code + '"]');
    if (act) act.click();
  });

  // Ticking many rows: data-choose on the form, data-choose-all on the box above, data-choose-bar on the bar below.
  function count(form) {
    var number = form.querySelectorAll("[data-choose-row]:checked").length;
    form.querySelectorAll("[data-choose-bar]").forEach(function (bar) { bar.hidden = number === 0; });
    form.querySelectorAll("[data-choose-count]").forEach(function (place) { place.textContent = String(number); });
  }

  document.addEventListener("change", function (event) {
    var box = event.target;
    var form = box.closest("[data-choose]");
    if (form && box.matches("[data-choose-all]")) {
      form.querySelectorAll("[data-choose-row]").forEach(function (row) { row.checked = box.checked; });
    }
    if (form) count(form);
    if (box.matches("[data-submit-on-change]")) box.form.requestSubmit();
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-print], [data-copy]");
    if (!button) return;
    if (button.hasAttribute("data-print")) {
      window.print();
    } else if (navigator.clipboard) {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.done || button.textContent;
      });
    }
  });

  // What was opened in its row is put away; the focus goes back to the button it came from.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-put-away]");
    var place = link && link.closest("[data-place]");
    var button = place && document.getElementById(link.hash.slice(1));
    if (!button) return;
    event.preventDefault();
    place.replaceChildren();
    button.focus();
  });

  // Only one row holds something open.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var here = event.target;
    if (!here.matches("[data-place]")) return;
    document.querySelectorAll("[data-place]").forEach(function (place) {
      if (place !== here) place.replaceChildren();
    });
  });

  // One fold of the header at a time; Escape closes it, or what is open in a row.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var place = event.target.closest("[data-place]");
    if (place) place.querySelector("[data-put-away]").click();
    document.querySelectorAll("details.person-fold[open], details.nav-fold[open]").forEach(function (fold) {
      fold.open = false;
      fold.querySelector("summary").focus();
    });
  });

  // An address with a place in it: the focus goes there as well, a heading takes it too.
  function arrive() {
    var place = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (!place || document.querySelector("[data-focus]")) return;
    if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus();
  }

  document.addEventListener("DOMContentLoaded", function () { ready(document); arrive(); });
  document.addEventListener("htmx:afterSwap", function (event) { ready(event.target.parentNode || document); });
})();
