// The views of a book: its text, its cast, its words, what was done.

import { $ } from "./elements.js";
import { emit } from "./session.js";

const NAMES = ["text", "cast", "words", "done"];
const tabs = NAMES.map((name) => $(`tab-${name}`));

const places = {};
let shownNow = "text";

export function show(name, focus = false) {
  places[shownNow] = scrollY;
  for (const [n, tab] of tabs.entries()) {
    const shown = NAMES[n] === name;
    tab.setAttribute("aria-selected", String(shown));
    tab.tabIndex = shown ? 0 : -1;
    $(`view-${NAMES[n]}`).hidden = !shown;
    if (shown && focus) tab.focus();
  }
  shownNow = name;
  emit("view");
  scrollTo({ top: places[name] || 0, behavior: "instant" });
}

for (const [n, tab] of tabs.entries()) {
  tab.addEventListener("click", () => show(NAMES[n]));
  tab.addEventListener("keydown", (event) => {
    const to = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: NAMES.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    show(NAMES.at(to % NAMES.length), true);
  });
}
