"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fold = (text) => text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
  const list = (element, name) => JSON.parse(element.dataset[name]);
  const show = (element, visible) => { element.hidden = !visible; };

  // --- copying, in the report and on the page of a school ------------------------------------------

  for (const button of all("button.copy")) {
    button.addEventListener("click", () => {
      const area = document.getElementById(button.dataset.copy);
      area.focus();
      area.select();
      const copied = document.execCommand("copy"); // works from a file, where the newer way may not
      button.parentElement.querySelector(".copied").textContent = copied ? button.dataset.done : "";
    });
  }

  // --- everything is printed, also what is folded ----------------------------------------------------

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    folded = [];
  });

  const form = document.getElementById("filters");
  if (!form) return;

  // --- what can be filtered --------------------------------------------------------------------------

  const fields = [...form.elements].filter((element) => element.name);
  const entry = (element, find, people) => ({
    element, find: fold(find), people: people.map((person) => fold(person.textContent)),
    school: list(element, "schools"), centre: list(element, "centres"),
    course: list(element, "titles"), teacher: list(element, "teachers"),
  });
  const groups = all("#groups tbody.group").map((row) => entry(row, row.dataset.find, all(".who", row)));
  const refusals = all("#refusals tr.refusal").map((row) => entry(row, row.textContent, []));
  const bars = all("#timetable .bar");
  const pages = all(".page");

  // Words must all be found in the entry itself, or those that are not in one and the same person.
  const matches = (item, state, words) => {
    for (const name of ["school", "centre", "course", "teacher"]) {
      if (state[name] && !item[name].includes(state[name])) return false;
    }
    const rest = words.filter((word) => !item.find.includes(word));
    return !rest.length || item.people.some((person) => rest.every((word) => person.includes(word)));
  };

  const read = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const isActive = (state) => Object.values(state).some(Boolean);

  const apply = () => {
    const state = read();
    const words = fold(state.q).split(" ").filter(Boolean);
    const active = isActive(state);
    const hits = new Set();
    for (const item of groups) {
      const hit = matches(item, state, words);
      show(item.element, hit);
      if (hit) hits.add(item.element.dataset.group);
      const people = item.element.querySelector("details.people");
      if (people) {
        const found = all(".who", people).filter((who, at) => {
          const rest = words.filter((word) => !item.find.includes(word));
          const named = rest.length > 0 && rest.every((word) => item.people[at].includes(word));
          who.classList.toggle("hit", named);
          return named;
        });
        if (found.length) { people.open = true; people.dataset.opened = "search"; }
        else if (people.dataset.opened) { people.open = false; delete people.dataset.opened; }
      }
    }
    for (const bar of bars) show(bar, hits.has(bar.dataset.group));
    for (const day of all("#timetable .day")) show(day, !!day.querySelector(".bar:not([hidden])"));
    for (const item of refusals) show(item.element, matches(item, state, words));
    for (const page of pages) show(page, !state[page.dataset.kind] || state[page.dataset.kind] === page.dataset.key);

    const shown = (items) => items.filter((item) => !item.hidden).length;
    const rows = { groups: groups.map((item) => item.element), refusals: refusals.map((item) => item.element) };
    count({ meetings: [shown(bars), bars.length], groups: [shown(rows.groups), groups.length],
            refusals: [shown(rows.refusals), refusals.length] }, active);
    nothing("timetable", bars, active);
    nothing("groups", rows.groups, active);
    nothing("refusals", rows.refusals, active);
    nothing("school_pages", pages.filter((page) => page.dataset.kind === "school"), active);
    nothing("centre_pages", pages.filter((page) => page.dataset.kind === "centre"), active);
    const printed = document.getElementById("printed-filter");
    printed.textContent = [printed.dataset.label, ...fields.filter((field) => field.value.trim()).map(
      (field) => `${form.querySelector(`label[for="${field.id}"]`).textContent}: ` +
        (field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim()))].join(" · ");
    show(printed, active);
  };

  // The table goes away with its last row, so that no head stands over nothing.
  const nothing = (section, items, active) => {
    const root = document.getElementById(section);
    if (!root) return;
    const empty = active && items.length > 0 && items.every((item) => item.hidden);
    show(root.querySelector(".nothing"), empty);
    const table = items[0] && items[0].closest("table");
    if (table) show(table, !empty);
  };

  const line = document.getElementById("count");
  const count = (counts, active) => {
    let text = active ? line.dataset.found : line.dataset.all;
    for (const [name, [hit, of]] of Object.entries(counts)) {
      const said = active ? line.dataset.outOf.replace("{hits}", hit).replace("{all}", of) : of;
      text = text.replace(`{${name}}`, said);
    }
    line.textContent = text;
  };

  // --- the address says what is shown: it can be kept and opened again --------------------------------

  let at = "";
  const remember = () => {
    const state = read();
    const kept = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
    if (at) kept.set("at", at);
    history.replaceState(null, "", `#${kept}`);
  };
  const restore = () => {
    const hash = location.hash.slice(1);
    const kept = hash.includes("=") ? new URLSearchParams(hash) : new URLSearchParams({ at: decodeURIComponent(hash) });
    for (const field of fields) {
      field.value = kept.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = ""; // a value that this plan does not know
    }
    apply();
    go(kept.get("at") ?? "");
  };
  const go = (id) => {
    const target = id && document.getElementById(id);
    at = target ? id : "";
    if (!target) return;
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
    (target.matches("details") ? target.querySelector("summary") : target).focus({ preventScroll: true });
  };

  let waiting = 0;
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { apply(); remember(); }, 60);
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  addEventListener("hashchange", restore);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    go(link.getAttribute("href").slice(1));
    remember();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && isActive(read())) {
      event.preventDefault();
      form.reset();
    } else if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });

  show(form, true);
  restore();
})();
