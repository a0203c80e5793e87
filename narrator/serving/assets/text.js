// A chapter as text. Only what is near the window is made: a chapter may have thousands of lines.

import { $, tell } from "./elements.js";
import { blockElement, lineElement, opensBlock } from "./line.js";
import { emit, on, readSheet, rowOf, state } from "./session.js";

const PART = 40;
const LINE = 46;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let parts = [];

/** Parts are made as they come near the window, and unmade once they are far from it. */
const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      const part = parts.find((each) => each.element === target);
      if (!part) continue;
      if (isIntersecting) fill(part);
      else empty(part);
    }
  },
  { rootMargin: "1500px 0px" },
);

/** Cut the rows into parts; a paragraph is never cut. */
function cut(rows) {
  const found = [];
  for (const [index, row] of rows.entries()) {
    const last = found.at(-1);
    if (!last || (last.count >= PART && opensBlock(row))) found.push({ first: index, count: 1, element: null, full: false });
    else last.count += 1;
  }
  return found;
}

function fill(part) {
  if (part.full) return;
  part.full = true;
  part.element.style.minHeight = "";
  const rows = state.sheets.get(state.chapter).rows.slice(part.first, part.first + part.count);
  let block = null;
  for (const row of rows) {
    if (!block || opensBlock(row)) part.element.append((block = blockElement(row)));
    else block.append(" ");
    block.append(lineElement(row));
  }
}

function empty(part) {
  // What has the focus stays, so that nobody's place is lost.
  if (!part.full || part.element.contains(document.activeElement)) return;
  part.element.style.minHeight = `${part.element.offsetHeight}px`;
  part.element.replaceChildren();
  part.full = false;
}

export async function showChapter(number, id = 0) {
  let sheet;
  try {
    sheet = await readSheet(number);
  } catch (error) {
    tell(error.message);
    return;
  }
  state.chapter = number;
  draw(sheet);
  $("chapter").value = String(number);
  $("problem").textContent = sheet.problem;
  $("problem").hidden = !sheet.problem;
  emit("chapter");
  const first = sheet.rows.find((row) => row.type === "line");
  if (id || first) setCurrent(id || first.id, Boolean(id));
}

function draw(sheet) {
  near.disconnect();
  parts = cut(sheet.rows);
  $("text").lang = state.book.language;
  $("text").replaceChildren(
    ...parts.map((part) => {
      part.element = document.createElement("div");
      part.element.className = "part";
      part.element.setAttribute("role", "none");
      part.element.style.minHeight = `${part.count * LINE}px`;
      return part.element;
    }),
  );
  if (parts.length) fill(parts[0]);
  for (const part of parts) near.observe(part.element);
}

function partOf(id) {
  const index = state.sheets.get(state.chapter)?.rows.findIndex((row) => row.id === id) ?? -1;
  return parts.find((part) => index >= part.first && index < part.first + part.count);
}

/** Be at a line of the chapter that is shown. */
export function setCurrent(id, bring = true) {
  const before = $(`row-${state.current}`);
  state.current = id;
  before?.classList.remove("current");
  before?.setAttribute("tabindex", "-1");
  const part = partOf(id);
  if (part) fill(part);
  const now = $(`row-${id}`);
  if (!now) return;
  now.classList.add("current");
  now.setAttribute("tabindex", "0");
  if (bring) {
    now.focus({ preventScroll: true });
    bringIntoSight(now);
  }
  emit("current");
}

function bringIntoSight(element) {
  const box = element.getBoundingClientRect();
  const top = $("head").offsetHeight + 24;
  const bottom = innerHeight - (matchMedia("(max-width: 59.99rem)").matches ? $("panel").offsetHeight : 0) - 24;
  if (box.top >= top && box.bottom <= bottom) return;
  const far = Math.abs(box.top) > innerHeight * 1.5;
  const to = scrollY + box.top - top - (bottom - top) * 0.3;
  scrollTo({ top: to, behavior: still.matches || far ? "instant" : "smooth" });
}

/** Go to a line, in whatever chapter it is. */
export async function goTo(id, chapter) {
  const number = chapter ?? state.where.get(id);
  if (!number) return;
  if (number !== state.chapter) await showChapter(number, id);
  else setCurrent(id);
}

/** The next line or the one before, in the chapter or the next one. */
export async function step(by, choosing = false) {
  const lines = state.sheets.get(state.chapter)?.rows ?? [];
  const to = lines.findIndex((row) => row.id === state.current) + by;
  if (lines[to]) {
    if (choosing) choose(state.current, true);
    setCurrent(lines[to].id);
    if (choosing) choose(lines[to].id, true);
  } else if (!choosing && state.book.chapters[state.chapter - 1 + by]) {
    await showChapter(state.chapter + by);
    const rows = state.sheets.get(state.chapter).rows;
    setCurrent((by > 0 ? rows[0] : rows.at(-1)).id);
  }
}

export function choose(id, chosen = !state.chosen.has(id)) {
  if (chosen) state.chosen.add(id);
  else state.chosen.delete(id);
  redraw(id);
  emit("chosen");
}

export function chooseNone() {
  const before = [...state.chosen];
  state.chosen.clear();
  before.forEach(redraw);
  emit("chosen");
}

/** All lines from the one we are at to another, as a click with Shift means. */
function chooseTo(id) {
  const rows = state.sheets.get(state.chapter).rows;
  const ends = [state.current, id].map((each) => rows.findIndex((row) => row.id === each)).sort((a, b) => a - b);
  for (const row of rows.slice(ends[0], ends[1] + 1)) if (row.type === "line") choose(row.id, true);
}

/** Make a line's element anew. */
function redraw(id) {
  const old = $(`row-${id}`);
  const row = rowOf(id);
  if (!old || !row) return;
  const held = document.activeElement === old;
  const fresh = lineElement(row);
  old.replaceWith(fresh);
  if (held) fresh.focus({ preventScroll: true });
}

function flash(ids) {
  for (const id of ids) {
    const element = $(`row-${id}`);
    element?.classList.add("flash");
    setTimeout(() => element?.classList.remove("flash"), 4000);
  }
}

on("changes", (changes) => {
  if (changes.chapters.includes(state.chapter)) {
    const at = scrollY;
    draw(state.sheets.get(state.chapter));
    const kept = rowOf(state.current);
    scrollTo({ top: at, behavior: "instant" });
    if (kept) setCurrent(kept.id, document.activeElement === document.body);
  }
  for (const row of changes.rows) redraw(row.id);
  if (changes.why === "follows") flash(state.followed);
  if (changes.why === "edit") flash(changes.rows.map((row) => row.id));
  emit("current");
});
on("people", () => parts.filter((part) => part.full).forEach((part) => {
  for (const element of part.element.querySelectorAll(".row")) redraw(Number(element.id.slice(4)));
}));

$("text").addEventListener("click", (event) => {
  const element = event.target.closest?.(".row");
  if (!element) return;
  const id = Number(element.id.slice(4));
  if (event.shiftKey) chooseTo(id);
  else if (event.ctrlKey || event.metaKey) choose(id);
  else setCurrent(id, String(getSelection()) === "");
});
