// One key for what is done often. Where something is written, keys are letters.

import { assign, assignDigit, lastDoubt, nextDoubt, startTyping } from "./answers.js";
import { redo, undo } from "./doings.js";
import { toggleRecording } from "./directing.js";
import { $, tell } from "./elements.js";
import { hearChapter, hush, toggleAround } from "./hearing.js";
import { toggleMaking } from "./making.js";
import { openSaying } from "./sayings.js";
import { rowOf, state } from "./session.js";
import { choose, chooseNone, step } from "./text.js";
import { show } from "./views.js";

const KEYS = {
  j: nextDoubt,
  k: lastDoubt,
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  " ": () => toggleAround(state.current),
  0: () => assign("Narrator"),
  "-": () => assign("", "thought"),
  // Only a guess can be said to be right.
  Enter: () => (state.chosen.size || rowOf(state.current)?.doubt) && assign(""),
  n: startTyping,
  u: undo,
  z: undo,
  y: redo,
  x: () => choose(state.current),
  p: () => void hearChapter(state.chapter, state.current),
  m: () => void toggleMaking(),
  s: () => {
    const word = String(getSelection()).trim();
    show("words");
    openSaying(word);
  },
  r: () => void toggleRecording(),
  "?": () => $("help").showModal(),
};
const SHIFTED = { ArrowDown: () => step(1, true), ArrowUp: () => step(-1, true), u: redo, z: redo };
const WRITING = "input:not([type=checkbox]), textarea, select, dialog[open] *";
const PRESSING = "button, a, summary, input";

/** Keys are answered one after the other: a digit that is typed ahead is for the line that J leads to. */
let answering = Promise.resolve();
function inTurn(run) {
  answering = answering.then(run).catch((error) => tell(error.message));
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") leave(event);
  if (event.altKey || event.target.closest?.(WRITING) || document.querySelector("dialog[open]")) return;
  const commanded = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (commanded && key !== "z" && key !== "y") return;
  if ((key === " " || key === "Enter") && event.target.closest?.(PRESSING)) return;
  const texts = !$("view-text").hidden;
  const run = (event.shiftKey && SHIFTED[key]) || KEYS[key] || (/^[1-9]$/.test(key) && (() => assignDigit(Number(key))));
  if (!run || (!texts && !["u", "z", "y", "m", "?"].includes(key))) return;
  event.preventDefault();
  inTurn(run);
});

/** Escape: silence, then nothing chosen, then back to the text. */
function leave(event) {
  if (document.querySelector("dialog[open]")) return;
  hush();
  chooseNone();
  if (event.target.closest?.(WRITING)) $("text").querySelector(".current")?.focus({ preventScroll: true });
}

$("help-open").addEventListener("click", () => $("help").showModal());
