/* Filter the rows of an audit page, and keep what is ticked and written in them. A row says what it is in the classes
   of its spans: "audit-basis-choice" is the basis "choice". Process and severity must stand on one span: a rule may
   block here and warn there. What is chosen stands in the address (audit/pps.html#basis=choice), so that it can be
   sent to others. */
"use strict";

(() => {
  const form = document.getElementById("audit-filter");
  const count = document.getElementById("audit-count");
  const body = document.querySelector(".audit table tbody");
  if (!form || !count || !body) return;

  const PREFIX = "audit-";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const properties = (span) => {
    const found = {};
    for (const name of span.classList) {
      if (!name.startsWith(PREFIX)) continue;
      const [property, ...value] = name.slice(PREFIX.length).split("-");
      found[property] = value.join("-");
    }
    return found;
  };

  const rows = [...body.rows].map((row) => ({
    row,
    text: plain(row.textContent),
    spans: [...row.querySelectorAll(`[class*="${PREFIX}"]`)].map(properties),
  }));

  /* A span fits when it says nothing about a property that was asked, or says what was asked. */
  const fits = ({ text, spans }, wanted) => {
    const words = plain(wanted.get("text") ?? "").split(/\s+/);
    if (!words.every((word) => text.includes(word))) return false;
    const asked = [...wanted].filter(([name, value]) => name !== "text" && value);
    const agrees = (span) => asked.every(([name, value]) => !(name in span) || span[name] === value);
    return asked.every(([name]) => spans.some((span) => name in span && agrees(span)));
  };

  /* The process of a page is in its form, hidden: nobody chooses it. */
  const controls = [...form.elements].filter((control) => control.name && control.type !== "hidden");

  const apply = () => {
    const wanted = new Map(new FormData(form));
    let shown = 0;
    for (const each of rows) {
      const fit = fits(each, wanted);
      each.row.hidden = !fit;
      shown += Number(fit);
    }
    count.textContent = count.dataset.text.replace("{shown}", shown).replace("{all}", rows.length);
  };

  /* Read what is chosen from the address; an address that names a heading leaves the form as it is. */
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    if (controls.some((control) => given.has(control.name))) {
      for (const control of controls) control.value = given.get(control.name) ?? "";
    }
    apply();
  };

  const write = () => {
    const chosen = String(new URLSearchParams(controls.filter(({ value }) => value).map(({ name, value }) => [name, value])));
    history.replaceState(null, "", chosen ? `#${chosen}` : location.pathname + location.search);
    apply();
  };

  /* What is ticked and written stays in this browser, for as long as its names do. */
  const KEPT = "gezondsamen-audit";
  const answers = [...body.querySelectorAll("input, textarea")];
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) ?? {};
    } catch {
      return {};
    }
  };
  const keep = ({ target }) => {
    const given = { ...kept(), [target.name]: target.type === "checkbox" ? target.checked : target.value };
    if (!given[target.name]) delete given[target.name];
    try {
      localStorage.setItem(KEPT, JSON.stringify(given));
    } catch {
      /* Without storage the page still prints. */
    }
  };
  const before = kept();
  for (const answer of answers) {
    if (!(answer.name in before)) continue;
    if (answer.type === "checkbox") answer.checked = before[answer.name];
    else answer.value = before[answer.name];
  }
  body.addEventListener("input", keep);

  /* On a narrow screen the table scrolls sideways: let the keyboard reach it. */
  const wrapper = body.closest(".table-wrapper");
  if (wrapper) Object.assign(wrapper, { tabIndex: 0, role: "region", ariaLabel: document.title });

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", write);
  form.addEventListener("reset", () => setTimeout(write));
  window.addEventListener("hashchange", read);
  read();
})();
