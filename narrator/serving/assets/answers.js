// Who says the line we are at: the people of the scene by digits, anybody else by name.

import { undo } from "./doings.js";
import { $, filled, make, tell } from "./elements.js";
import { colourOf } from "./line.js";
import { act, on, read, rowOf, state, targets } from "./session.js";
import { chooseNone, goTo } from "./text.js";

const scenes = new Map();
const trail = [];
const looked = new Set();

/** The people of the scene of a line, likeliest first: as many as there are digits. */
async function sceneOf(id) {
  const found = state.doubts.find((each) => each.id === id)?.people ?? (await askedScene(id));
  return found.filter((name) => name !== "Narrator").slice(0, 9);
}

async function askedScene(id) {
  if (!scenes.has(id)) scenes.set(id, read(`scene/${id}`).then((told) => told.people));
  try {
    return await scenes.get(id);
  } catch {
    scenes.delete(id);
    return [];
  }
}

export async function showAnswers() {
  const id = state.current;
  const row = rowOf(id);
  $("answers").hidden = !row || row.type !== "line";
  if (!row) return;
  showQuestion(row);
  const found = row.type === "line" ? await sceneOf(id) : [];
  if (id !== state.current) return;
  $("scene").replaceChildren(...found.map((name, at) => personButton(name, at + 1, row)));
}

function showQuestion(row) {
  const count = state.chosen.size;
  const who = make("bdi", { class: `name ${colourOf(row.speaker)}` }, row.speaker || row.type);
  const sure = row.doubt ? ` · ${Math.round(row.doubt.confidence * 100)} % sure: ${row.doubt.why}` : "";
  $("question").replaceChildren(...(count ? [make("strong", {}, count === 1 ? "1 line" : `${count} lines`), " are said by"] : [who, make("span", { class: "quiet" }, sure)]));
  $("right").hidden = Boolean(count) || !row.doubt;
}

function personButton(name, digit, row) {
  const button = make(
    "button",
    { type: "button", class: "framed person", "aria-pressed": String(!state.chosen.size && row.speaker === name), "aria-keyshortcuts": String(digit) },
    make("kbd", {}, String(digit)),
    make("bdi", { class: `name ${colourOf(name)}` }, name),
  );
  button.addEventListener("click", () => assign(name));
  return button;
}

export async function assignDigit(digit) {
  const found = (await sceneOf(state.current))[digit - 1];
  if (found) await assign(found);
}

/**
 * The lines are this person's; `kind` is `thought` for what is not said aloud.
 *
 * With neither, each is right as it is guessed. Of a single line the name that is shown is sent:
 * what follows from other answers may give it another before this one is read.
 */
export async function assign(speaker, kind) {
  const lines = targets();
  if (!lines.length) return;
  const who = speaker || (!kind && lines.length === 1 && rowOf(lines[0])?.speaker);
  const done = await act({ do: "assign", lines, ...(who && { speaker: who }), ...(kind && { kind }) });
  if (!done) return;
  chooseNone();
  scenes.clear();
  tell(done.history.entries[0]?.what || "Done");
}

/** The doubtful line that matters most of those not looked at yet. */
export async function nextDoubt() {
  const open = state.doubts.filter((each) => each.id !== state.current);
  const next = open.find((each) => !looked.has(each.id)) || open[0];
  if (!next) {
    tell("No doubtful lines are left.");
    return;
  }
  if (!open.some((each) => !looked.has(each.id))) looked.clear();
  if (state.current) trail.push({ id: state.current, chapter: state.chapter });
  looked.add(next.id);
  await goTo(next.id, next.chapter);
}

export async function lastDoubt() {
  const last = trail.pop();
  if (!last) tell("This is where you began.");
  else await goTo(last.id, last.chapter);
}

export function startTyping() {
  $("somebody").focus();
  $("somebody").select();
}

function showFollowed() {
  const rows = state.followed.map((id) => rowOf(id)).filter(Boolean);
  const count = state.followed.length;
  $("followed").hidden = !count;
  if (!count) return;
  $("followed-count").textContent = count === 1 ? "1 line followed" : `${count} lines followed`;
  $("followed-lines").replaceChildren(
    ...rows.slice(0, 20).map((row) => {
      const button = make("button", { type: "button", class: "plain" }, make("bdi", { class: `name ${colourOf(row.speaker)}` }, row.speaker), make("span", {}, row.text.slice(0, 50)));
      button.addEventListener("click", () => goTo(row.id));
      return make("li", {}, button);
    }),
  );
}

function showForecast() {
  const { wrong, error, right, goal, left, minutes } = state.book.forecast;
  const about = Math.round(wrong);
  const lines = about === 1 ? "1 line is" : `${about} lines are`;
  const give = error >= 0.5 ? `, give or take ${Math.max(1, Math.round(error))}` : "";
  const shown = `About ${lines} still wrong${give}`;
  const to = `${Math.round(goal * 100)} %`;
  const time = minutes === null ? filled("{left} lines to look at", { left }) : minutes < 1 ? "less than a minute" : `${Math.round(minutes)} minutes`;
  const reached = right >= goal || !left;
  $("forecast").textContent = reached ? `${shown}. ${Math.floor(right * 1000) / 10} % are right: you could stop here.` : `${shown}; ${time} to ${to}.`;
  $("doubts-left").textContent = state.doubts.length === 1 ? "1 doubtful line" : `${state.doubts.length} doubtful lines`;
}

let doubted = "";

/** Whoever is called `typed`, or else all whose names hold its words. */
function meantBy(typed) {
  const wanted = typed.toLowerCase();
  const people = [...state.people.values()];
  const known = people.find(({ name, aliases }) => [name, ...aliases].some((each) => each.toLowerCase() === wanted));
  if (known) return { known: known.name, like: [] };
  const words = (name) => name.toLowerCase().split(/\s+/);
  const like = people.map(({ name }) => name).filter((name) => words(wanted).every((word) => words(name).includes(word)));
  return { like };
}

/** Ask once whether a part of a name means somebody who is there; written again, it is somebody new. */
function doubt(typed, like) {
  doubted = typed;
  if (like.length === 1) $("somebody").value = like[0];
  $("somebody").select();
  const ask = like.length === 1 ? `Is this ${like[0]}? Press Enter` : `Is this ${like.join(" or ")}? Write the whole name`;
  tell(`${ask}; for somebody new write ${typed} again.`);
}

$("somebody-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = $("somebody").value.trim();
  if (!typed) return;
  const { known, like } = meantBy(typed);
  if (like.length && typed !== doubted) {
    doubt(typed, like);
    return;
  }
  doubted = "";
  $("somebody").value = "";
  $("text").querySelector(".current")?.focus({ preventScroll: true });
  assign(known || typed);
});
$("all-back").addEventListener("click", undo);
$("narration").addEventListener("click", () => assign("Narrator"));
$("unsaid").addEventListener("click", () => assign("", "thought"));
$("right").addEventListener("click", () => assign(""));
on("current", showAnswers);
on("chosen", showAnswers);
on("doubts", () => {
  showForecast();
  showAnswers();
});
on("changes", () => {
  showFollowed();
  showForecast();
});
on("people", () => {
  $("everybody").replaceChildren(...[...state.people.keys()].map((name) => make("option", { value: name })));
});
