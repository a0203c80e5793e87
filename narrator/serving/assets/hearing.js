// What is heard: one sound at a time, with the line that is spoken marked in the text.

import { $, tell } from "./elements.js";
import { command, on, state } from "./session.js";

const sound = $("sound");
let cues = [];
let marked = 0;
let asked = 0;
/** How to go on when the sound ends: for a chapter that is still being recorded. */
let rest = null;
let label = "";

export const isPlaying = () => !sound.paused;

export function hush() {
  asked += 1;
  rest = null;
  sound.pause();
  mark(0);
}

/** Ask for sound and play it; what is asked last is heard. Answers whether there was any. */
export async function hear(what, called = "") {
  const mine = ++asked;
  sound.pause();
  rest = null;
  label = called;
  showState("…");
  try {
    const heard = await command("hear", what);
    if (mine !== asked) return null;
    cues = heard.cues;
    if (!heard.url) {
      showState("");
      return heard;
    }
    sound.src = heard.url;
    await sound.play();
    return heard;
  } catch (error) {
    if (mine === asked && error.name !== "AbortError") {
      showState("");
      tell(error.message);
    }
    return null;
  }
}

/** A line with its neighbours; while it is heard: stop. */
export function toggleAround(id) {
  if (isPlaying()) hush();
  else if (id) hear({ around: id });
}

/** A chapter from a line on, also while it is recorded. */
export async function hearChapter(chapter, from = 0) {
  const heard = await hear({ chapter, ...(from && { from }) }, "chapter");
  if (!heard) return;
  if (!heard.url && !heard.missing) {
    tell("There is nothing more to hear in this chapter.");
    return;
  }
  rest = heard.missing ? { chapter, after: heard.cues.at(-1)?.id ?? 0, from } : null;
  if (!heard.url) waitForMore();
}

function nextAfter(id, from) {
  const rows = state.sheets.get(state.chapter)?.rows.filter((row) => row.type === "line") ?? [];
  if (!id) return from;
  return rows[rows.findIndex((row) => row.id === id) + 1]?.id ?? 0;
}

function waitForMore() {
  if (state.work.state === "running") showState("waits for the recording");
  else {
    rest = null;
    showState("");
    tell("The next line is not recorded yet: M records what is missing.");
  }
}

function goOn() {
  if (!rest || isPlaying()) return;
  const { chapter, after, from } = rest;
  rest = null;
  const next = nextAfter(after, from);
  if (next || !after) hearChapter(chapter, next);
}

function mark(id) {
  if (id === marked) return;
  $(`row-${marked}`)?.classList.remove("heard");
  marked = id;
  $(`row-${id}`)?.classList.add("heard");
}

function showState(text = "") {
  $("hearing").textContent = text;
  $("hear").textContent = isPlaying() ? "Stop" : "Hear";
  document.body.classList.toggle("hearing", isPlaying());
}

function follow() {
  const cue = cues.findLast?.((each) => each.start <= sound.currentTime + 0.02);
  mark(isPlaying() && cue ? cue.id : 0);
  if (isPlaying()) requestAnimationFrame(follow);
}

sound.addEventListener("play", () => {
  showState(label);
  follow();
});
sound.addEventListener("pause", () => {
  showState("");
  mark(0);
});
sound.addEventListener("ended", () => {
  mark(0);
  if (rest) waitForMore();
});
sound.addEventListener("error", () => sound.src && tell("This sound cannot be played."));
on("changes", (changes) => changes.why === "recorded" && goOn());
on("work", () => state.work.state !== "running" && rest && goOn());
