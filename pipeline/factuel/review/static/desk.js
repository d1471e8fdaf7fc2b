"use strict";
/* Keys, selections, focus. Everything else is forms, which work without this script. */
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector) => document.querySelectorAll(selector);
  const press = (selector) => { const button = one(selector); if (button && button.offsetParent !== null) button.click(); };
  const open = (selector, focus) => {
    const details = one(selector);
    if (!details) return;
    details.open = true;
    const field = one(focus, details);
    if (field) field.focus();
  };

  /* Offsets count code points of the article, as Python does; the browser counts UTF-16 units. */
  const points = (text) => Array.from(text).length;
  const place = (node, offset) => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const child = node.childNodes[offset];
      if (child) return place(child, 0);
      const pieces = node.matches("[data-start]") ? [node] : node.querySelectorAll("[data-start]");
      const last = pieces[pieces.length - 1];
      return last ? Number(last.dataset.start) + points(last.textContent) : null;
    }
    const piece = node.parentElement.closest("[data-start]");
    if (piece) return Number(piece.dataset.start) + points(node.data.slice(0, offset));
    const next = node.parentElement.querySelector("[data-start]");
    return next ? Number(next.dataset.start) : null;
  };
  let selected = null;
  const readSelection = () => {
    const selection = window.getSelection(), text = one("#text");
    if (!selection.rangeCount || selection.isCollapsed || !text) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    selected = { start, end, words: range.toString() };
    for (const output of all("[data-span=selection]")) output.textContent = selected.words;
    for (const form of all("#add form[hx-get], .name-form")) {
      for (const [name, value] of [["evidence_start", start], ["evidence_end", end], ["split_start", start], ["split_end", end]]) {
        if (form.elements[name]) form.elements[name].value = value;
      }
    }
  };
  const say = (words) => { const place = one("#announce"); place.textContent = ""; setTimeout(() => { place.textContent = words; }, 30); };
  const takeInto = (button) => {
    readSelection();
    if (!selected || !button) return;
    const form = button.closest("form"), name = button.dataset.take;
    form.elements[name + "_start"].value = selected.start;
    form.elements[name + "_end"].value = selected.end;
    form.elements[name + "_words"].value = "";
    one(`[data-span="${name}"]`, form).textContent = selected.words;
    say(selected.words);
  };

  const keys = {
    a: () => press("#accept"),
    c: () => open("#correct", "input:not([type=hidden]), select, textarea"),
    e: () => { open("#correct", "[data-take=evidence]"); takeInto(one("#correct [data-take=evidence]")); },
    s: () => press("#skip"),
    b: () => press("#back"),
    u: () => press("#undo"),
    n: () => { readSelection(); open("#add", "select"); },
    m: () => open("#names", "select"),
    k: () => press("#keep"),
    "/": () => open(".filters", "#search"),
    "?": () => one("#keys") && one("#keys").showModal(),
  };
  /* Who dictates, or whose screen reader has keys of its own, turns the single keys off; the browser remembers. */
  const oneKey = () => localStorage.getItem("factuel-one-key") !== "off";
  let busy = false;
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && event.target.closest("details")) {
      event.target.closest("details").open = false;
      one("#fact").focus();
      return;
    }
    if (event.key === "Enter" && event.ctrlKey && field && field.form) { event.preventDefault(); field.form.requestSubmit(); return; }
    if (!oneKey() && event.key !== "Escape") return;
    if (field || event.ctrlKey || event.altKey || event.metaKey || one("dialog[open]")) return;
    const reason = one(`[data-reason="${CSS.escape(event.key)}"]`);
    if (busy || event.repeat) return;
    if (reason) { event.preventDefault(); reason.click(); return; }
    if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });
  document.addEventListener("selectionchange", readSelection);
  document.addEventListener("click", (event) => {
    const take = event.target.closest("[data-take]");
    if (take) takeInto(take);
    if (event.target.closest("#help")) keys["?"]();
    if (event.target.id === "one-key") localStorage.setItem("factuel-one-key", event.target.checked ? "on" : "off");
  });

  /* After an answer: say what was done, put the focus on the fact, the evidence in sight. */
  const settle = () => {
    const message = one("[data-announce]"), fact = one("#fact");
    say([message ? message.textContent : "", fact ? fact.textContent : ""].join(" ").trim());
    if (fact) fact.focus({ preventScroll: true });
    const evidence = one("#text .evidence"), page = one(".page");
    if (evidence && page && getComputedStyle(page).position === "sticky") {
      page.scrollTop = evidence.offsetTop - page.offsetTop - page.clientHeight / 3;
    }
  };
  document.addEventListener("htmx:beforeRequest", (event) => { busy = event.detail.requestConfig.verb === "post"; });
  document.addEventListener("htmx:afterRequest", () => { busy = false; });
  document.addEventListener("htmx:configRequest", (event) => {
    const current = one("#desk");
    if (event.detail.parameters.fact_type !== undefined && current) event.detail.parameters.item = current.dataset.item;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "desk" || event.detail.target.id === "") { selected = null; settle(); }
    const field = event.detail.target.id === "add-form" && one("#add-form input:not([type=hidden]), #add-form select");
    if (field) field.focus();
  });
  window.addEventListener("load", () => { settle(); if (one("#one-key")) one("#one-key").checked = oneKey(); });
})();
