// A row of the script as an element of the text: who says it, how sure that is, and what is said.

import { make } from "./elements.js";
import { state } from "./session.js";

const NARRATOR = "Narrator";

/** The class that gives somebody their colour. */
export function colourOf(speaker) {
  const colour = state.people.get(speaker)?.colour ?? -1;
  return colour < 0 ? "v0" : `v${colour + 1}`;
}

/** How doubtful a row is: 0 not at all, 3 most. */
export function doubtOf(row) {
  if (!row.doubt) return 0;
  if (row.doubt.confidence >= 0.8) return 1;
  return row.doubt.confidence >= 0.6 ? 2 : 3;
}

const percent = (part) => `${Math.round(part * 100)} %`;

/** What a screen reader says before the words. */
function toldBefore(row) {
  const told = [];
  if (row.speaker !== NARRATOR) told.push(row.speaker);
  if (row.doubt) told.push(`${percent(row.doubt.confidence)} sure`);
  if (row.delivery) told.push(row.delivery);
  if (row.kind === "thought") told.push("not said aloud");
  if (row.recording) told.push("own recording");
  if (row.stale) told.push("not recorded yet");
  return told.length ? `${told.join(", ")}: ` : "";
}

export function lineElement(row) {
  const classes = ["row", colourOf(row.speaker), `kind-${row.kind}`, `doubt-${doubtOf(row)}`];
  if (row.stale && state.book.sound !== "none") classes.push("stale");
  if (state.chosen.has(row.id)) classes.push("chosen");
  if (row.id === state.current) classes.push("current");
  const element = make("span", {
    class: classes.join(" "),
    id: `row-${row.id}`,
    role: "option",
    "aria-selected": String(state.chosen.has(row.id)),
    tabindex: row.id === state.current ? 0 : -1,
    dir: "auto",
  });
  element.append(...partsOf(row));
  return element;
}

function partsOf(row) {
  if (row.type === "pause") return [make("span", { class: "chip" }, `pause ${row.seconds} s`)];
  if (row.type === "scene") return [row.text || "* * *"];
  if (row.type === "skipped") return [make("span", { class: "for-ears" }, `left out, ${row.reason}: `), make("s", {}, row.text)];
  const shown = [make("span", { class: "for-ears" }, toldBefore(row))];
  if (row.speaker !== NARRATOR) {
    const name = make("bdi", { class: `who ${colourOf(row.speaker)}`, "aria-hidden": "true" }, row.speaker);
    if (row.doubt) name.append(make("span", { class: "sure" }, ` ${percent(row.doubt.confidence)}`));
    if (row.delivery) name.append(make("span", { class: "how" }, ` ${row.delivery}`));
    if (row.recording) name.append(make("span", { class: "how" }, " ◉"));
    shown.push(name);
  } else if (row.doubt) {
    shown.push(make("span", { class: "who sure", "aria-hidden": "true" }, `${NARRATOR} ${percent(row.doubt.confidence)}`));
  }
  return [...shown, row.text];
}

/** Whether a row begins a block of its own. */
export const opensBlock = (row) => row.type !== "line" || row.opens || row.kind === "heading";

export function blockElement(row) {
  const kind = row.type === "line" ? row.kind : row.type;
  // Paragraphs are for eyes: for others the lines are one list.
  return make("p", { class: `block block-${kind}`, role: "none" });
}
