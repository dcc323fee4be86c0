// The page of the log: a tap is an entry at once, in the telephone first and on the server when it can be reached.
(function () {
  "use strict";

  var page = document.querySelector("[data-log]");
  if (!page) return;
  var urls = { state: page.dataset.state, send: page.dataset.send };
  var store = window.logStore;
  var me = store.me();

  function words(name) { return page.querySelector('template[data-say="' + name + '"]').content.textContent.trim(); }
  function part(name) { return page.querySelector('template[data-part="' + name + '"]').content.firstElementChild.cloneNode(true); }
  function place(name) { return page.querySelector('[data-place="' + name + '"]'); }

  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + String(now.getMonth() + 1).padStart(2, "0") + "-" + String(now.getDate()).padStart(2, "0");
  }

  function spoken(entry) {
    var day = new Date(entry.happens_on + "T12:00").toLocaleDateString("ru-RU", { day: "numeric", month: "long" });
    var pair = me && me.pairs.find(function (one) { return one.id === entry.pair; });
    return [day, words(entry.outcome), pair ? pair.title : ""].filter(Boolean).join(" · ");
  }

  function say(text) { place("said").textContent = text; }

  function drawPairs() {
    var where = place("pairs");
    var drawn = JSON.stringify(me ? me.pairs : null);
    if (where.dataset.drawn === drawn) return;
    where.dataset.drawn = drawn;
    where.replaceChildren();
    (me ? me.pairs : []).forEach(function (pair) {
      var form = part("pair");
      form.dataset.pair = pair.id;
      form.querySelector("[data-title]").textContent = pair.title;
      form.querySelectorAll("[data-words]").forEach(function (field) { field.hidden = !pair.words; });
      form.querySelectorAll("[id], [for]").forEach(function (one) {
        ["id", "for"].forEach(function (name) {
          if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name) + "-" + pair.id);
        });
      });
      form.setAttribute("aria-labelledby", "log-title-" + pair.id);
      form.elements.happens_on.value = today();
      where.append(form);
    });
    place("nobody").hidden = !me || me.pairs.length > 0;
  }

  var drawing = 0;
  async function drawEntries() {
    var list = place("entries");
    var turn = ++drawing;
    var rows = me ? await store.mine(me) : [];
    if (turn !== drawing) return;  // who asked later knows more: perhaps even that somebody else is here now
    list.replaceChildren();
    rows.forEach(function (one) {
      var item = part("entry");
      item.dataset.seq = one.seq;
      item.querySelector("[data-what]").textContent = one.entry ? spoken(one.entry) : words("unreadable");
      item.querySelector("[data-why]").textContent = one.sentence || words(one.state);
      item.querySelector("[data-again]").hidden = one.state !== "asked";
      item.querySelector("[data-text]").textContent = (one.entry && one.entry.text) || "";
      list.append(item);
    });
    place("waiting").hidden = rows.length === 0;
    page.dataset.waiting = String(rows.length);
  }

  var on = {
    network: function (how, found) {
      if (found) me = found;
      page.dataset.network = how;
      ["offline", "out"].forEach(function (name) { place(name).hidden = name !== how; });
      drawPairs();
    },
    sent: function (entry) { say(words("sent") + ": " + spoken(entry)); },
    changed: drawEntries,
  };

  function send() { return window.logSend(urls, on); }

  page.addEventListener("submit", async function (event) {
    var form = event.target;
    if (!form.dataset.pair) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.submitter || !event.submitter.value || form.dataset.busy) return;
    form.dataset.busy = "yes";
    try {
      var given = form.elements;
      var entry = {
        pair: Number(form.dataset.pair), outcome: event.submitter.value, happens_on: given.happens_on.value || today(),
        minutes: given.minutes.value, text: given.text.value, is_private: given.is_private.checked,
      };
      var before = await store.mine(me);
      var same = before.some(function (one) {
        return one.state === "waits" && one.entry.pair === entry.pair && one.entry.happens_on === entry.happens_on;
      });
      if (same && !given.again.checked) {
        form.querySelector("[data-same]").hidden = false;
        say(words("same"));
        return;
      }
      entry.again = given.again.checked;
      await store.add(me, entry);
      form.reset();
      form.querySelector("[data-same]").hidden = true;
      given.happens_on.value = today();
      say(words("kept") + ": " + spoken(entry));
      await drawEntries();
      send();
    } catch (trouble) {
      say(words("full"));
    } finally {
      delete form.dataset.busy;
    }
  });

  page.addEventListener("click", async function (event) {
    var item = event.target.closest("[data-seq]");
    var button = event.target.closest("[data-again], [data-remove]");
    if (!item || !button) return;
    var one = (await store.mine(me)).find(function (row) { return String(row.seq) === item.dataset.seq; });
    if (!one) return;
    if (button.hasAttribute("data-remove")) await store.remove(one);
    else await store.change(me, one, "waits", "", Object.assign({}, one.entry, { again: true }));
    await drawEntries();
    send();
  });

  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) send(); });
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(page.dataset.worker).catch(function () {});
  else place("nokeep").hidden = false;
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  drawPairs();
  drawEntries();
  send();
})();
