// Sends what waits, in order, until the server has answered for each; tries again when the network is back.
(function () {
  "use strict";

  var MANY = 20;
  var PATIENCE = 20000;
  var LONGEST = 60000;
  var pause = 1000;
  var timer = 0;
  var running = false;
  var wanted = false;

  function ask(url, options) {
    var stop = new AbortController();
    var end = window.setTimeout(function () { stop.abort(); }, PATIENCE);
    var all = Object.assign({ redirect: "manual", credentials: "same-origin", cache: "no-store", signal: stop.signal }, options);
    return fetch(url, all).finally(function () { window.clearTimeout(end); });
  }

  function isOut(answer) { return answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403; }

  // "offline", "out" (nobody is signed in), or the state of who is.
  async function whoIsThere(urls) {
    try {
      var answer = await ask(urls.state, { headers: { Accept: "application/json" } });
      if (isOut(answer)) return "out";
      return answer.ok ? await answer.json() : "offline";
    } catch (trouble) {
      return "offline";
    }
  }

  async function take(me, rows, answers, on) {
    for (var answer of answers) {
      var row = rows.find(function (one) { return one.entry.entry_key === answer.key; });
      if (!row) continue;
      if (answer.answer === "recorded") {
        await window.logStore.remove(row);
        on.sent(row.entry);
      } else if (answer.answer !== "later") {
        await window.logStore.change(me, row, answer.answer, answer.sentence);
      }
    }
  }

  // One round: true when nothing waits any more.
  async function round(urls, on) {
    var state = await whoIsThere(urls);
    if (state === "offline" || state === "out") {
      on.network(state);
      return state === "out";
    }
    var me = window.logStore.remember(state);
    on.network("there", me);
    for (;;) {
      var waiting = (await window.logStore.mine(me)).filter(function (one) { return one.state === "waits"; }).slice(0, MANY);
      if (!waiting.length) return true;
      var answer = await ask(urls.send, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": state.csrf },
        body: JSON.stringify({ who: me.who, entries: waiting.map(function (one) { return one.entry; }) }),
      });
      if (!answer.ok) return false;
      var answers = (await answer.json()).answers;
      await take(me, waiting, answers, on);
      await on.changed();
      if (answers.every(function (one) { return one.answer === "later"; })) return false;
    }
  }

  // Only one window sends; where windows cannot agree, the key of an entry makes it count once.
  function alone(work) {
    return navigator.locks ? navigator.locks.request("nastavnik-log", work) : work();
  }

  window.logSend = async function send(urls, on) {
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    window.clearTimeout(timer);
    var done = false;
    try {
      do {
        wanted = false;
        done = await alone(function () { return round(urls, on); });
      } while (wanted && done);
    } catch (trouble) {
      on.network("offline");
    } finally {
      running = false;
    }
    await on.changed();
    pause = done ? 1000 : Math.min(pause * 2, LONGEST);
    if (!done) timer = window.setTimeout(function () { send(urls, on); }, pause);
  };
})();
