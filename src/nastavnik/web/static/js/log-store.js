// Entries that were not sent yet. They lie in the browser under a key that goes when somebody signs out.
(function () {
  "use strict";

  var ME = "nastavnik-log-me";
  var STORE = "entries";
  var secure = Boolean(window.crypto && window.crypto.subtle);
  var keys = {};
  var read = new Map();  // number of a row → what is in it: a long list is not opened anew at every tap

  function opened() {
    return new Promise(function (resolve, reject) {
      var asked = window.indexedDB.open("nastavnik-log", 1);
      asked.onupgradeneeded = function () {
        asked.result.createObjectStore(STORE, { keyPath: "seq", autoIncrement: true });
      };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = function () { reject(asked.error); };
    });
  }

  // One act in one transaction; resolved when it lies on the disk.
  async function act(mode, work) {
    var base = await opened();
    try {
      return await new Promise(function (resolve, reject) {
        var transaction = base.transaction(STORE, mode, { durability: "strict" });
        var asked = work(transaction.objectStore(STORE));
        transaction.oncomplete = function () { resolve(asked.result); };
        transaction.onerror = transaction.onabort = function () { reject(transaction.error); };
      });
    } finally {
      base.close();
    }
  }

  function bytes(text) {
    return Uint8Array.from(window.atob(text), function (letter) { return letter.charCodeAt(0); });
  }

  function keyOf(me) {
    if (!keys[me.key]) keys[me.key] = crypto.subtle.importKey("raw", bytes(me.key), "AES-GCM", false, ["encrypt", "decrypt"]);
    return keys[me.key];
  }

  async function seal(me, value) {
    var text = new TextEncoder().encode(JSON.stringify(value));
    if (!secure) return { plain: JSON.stringify(value) };
    var start = crypto.getRandomValues(new Uint8Array(12));
    return { start: start, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv: start }, await keyOf(me), text) };
  }

  async function unseal(me, row) {
    if (row.plain) return JSON.parse(row.plain);
    if (!read.has(row.seq)) read.set(row.seq, await openedBy(me, row));
    return read.get(row.seq);
  }

  async function openedBy(me, row) {
    var text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.start }, await keyOf(me), row.sealed);
    return JSON.parse(new TextDecoder().decode(text));
  }

  function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (one) {
      return one.toString(16).padStart(2, "0");
    }).join("");
  }

  window.logStore = {
    // Who was signed in last, with their key and the titles of their pairs; null after signing out.
    me: function () {
      try {
        return JSON.parse(window.localStorage.getItem(ME));
      } catch (trouble) {
        return null;
      }
    },

    remember: function (state) {
      var before = this.me();
      // The key stays while the person does: what lies here was sealed with it.
      var key = before && before.who === state.who ? before.key : state.key;
      var me = { who: state.who, key: key, young: state.young, pairs: state.pairs, today: state.today };
      window.localStorage.setItem(ME, JSON.stringify(me));
      return me;
    },

    add: async function (me, entry) {
      var told = Object.assign({ entry_key: random(), told_at: new Date().toISOString() }, entry);
      var row = Object.assign({ who: me.who, state: "waits", sentence: "" }, await seal(me, told));
      await act("readwrite", function (store) { return store.add(row); });
      return told;
    },

    // Own entries in the order in which they were made.
    mine: async function (me) {
      var rows = await act("readonly", function (store) { return store.getAll(); });
      var found = [];
      for (var row of rows) {
        if (row.who !== me.who) continue;
        try {
          found.push({ seq: row.seq, state: row.state, sentence: row.sentence, entry: await unseal(me, row) });
        } catch (trouble) {
          found.push({ seq: row.seq, state: "unreadable", sentence: "", entry: null });
        }
      }
      return found;
    },

    change: async function (me, one, state, sentence, entry) {
      var row = Object.assign({ seq: one.seq, who: me.who, state: state, sentence: sentence }, await seal(me, entry || one.entry));
      read.delete(one.seq);
      await act("readwrite", function (store) { return store.put(row); });
    },

    remove: function (one) { return act("readwrite", function (store) { return store.delete(one.seq); }); },
  };
})();
