// The book as the page knows it: read when it is wanted, and kept true by what the server tells.

import { ask, bookPath, listen, post } from "./api.js";
import { tell } from "./elements.js";

export const name = decodeURIComponent(location.pathname.split("/")[2] || "");
const path = (rest) => bookPath(name, rest);

export const state = {
  book: null,
  people: new Map(),
  doubts: [],
  sheets: new Map(),
  /** Where a row is: the number of its chapter, by its id. */
  where: new Map(),
  chapter: 0,
  current: 0,
  chosen: new Set(),
  work: { state: "idle", told: [] },
  followed: [],
};

const watchers = new Map();

/** Be called whenever `what` is other than before. */
export function on(what, run) {
  watchers.set(what, [...(watchers.get(what) || []), run]);
}

export function emit(what, ...told) {
  for (const run of watchers.get(what) || []) run(...told);
}

export async function readBook() {
  const [book, people, doubts, work] = await Promise.all([ask(path()), ask(path("people")), ask(path("doubts")), ask(path("work"))]);
  if (state.book && state.book.epoch !== book.epoch) forget();
  state.book = book;
  keepPeople(people);
  state.doubts = doubts;
  state.work = work;
  emit("book");
  emit("people");
  emit("doubts");
  emit("work");
}

function forget() {
  state.sheets.clear();
  state.where.clear();
  state.chosen.clear();
  state.current = 0;
}

function keepPeople(people) {
  state.people = new Map(people.map((person) => [person.name, person]));
}

/** A chapter in full. */
export async function readSheet(number, fresh = false) {
  const kept = state.sheets.get(number);
  if (kept && !fresh) return kept;
  const sheet = await ask(path(`chapters/${number}`));
  for (const row of kept?.rows || []) state.where.delete(row.id);
  state.sheets.set(number, sheet);
  for (const row of sheet.rows) state.where.set(row.id, number);
  return sheet;
}

export const rowOf = (id) => state.sheets.get(state.where.get(id))?.rows.find((row) => row.id === id);

/** Lines that an action is for: those that are chosen, else the one we are at. */
export function targets() {
  if (state.chosen.size) return [...state.chosen];
  return state.current ? [state.current] : [];
}

/** Do something to the book; what went wrong is told, and null comes back. */
export async function act(action) {
  return answered(post(path("actions"), action));
}

export const takeBack = () => answered(post(path("undo")));
export const doAgain = () => answered(post(path("redo")));
export const read = (rest) => ask(path(rest));
export const command = (rest, body) => post(path(rest), body);

async function answered(promise) {
  try {
    const done = await promise;
    await take(done);
    return done;
  } catch (error) {
    tell(error.message);
    return null;
  }
}

/** What came of an action, whoever did it. */
async function take(done) {
  const { changes } = done;
  state.book.history = { ...state.book.history, ...done.history };
  state.book.forecast = done.forecast;
  // Only another speaker is worth a look: a doubt that grew or shrank is seen in the text.
  const others = changes.rows.filter((row) => rowOf(row.id) && rowOf(row.id).speaker !== row.speaker).map((row) => row.id);
  for (const row of changes.rows) replaceRow(row);
  await Promise.all(changes.chapters.filter((number) => state.sheets.has(number)).map((number) => readSheet(number, true)));
  if (changes.why === "follows") state.followed = others;
  else if (changes.why !== "recorded") state.followed = [];
  emit("changes", changes);
  for (const remark of done.remarks || []) tell(remark);
  refreshSoon(changes.people);
}

function replaceRow(row) {
  const rows = state.sheets.get(state.where.get(row.id))?.rows;
  const at = rows ? rows.findIndex((each) => each.id === row.id) : -1;
  if (at >= 0) rows[at] = row;
}

let waiting = 0;
let withPeople = false;
/** Lists that are worked out of all lines are read again, once for a burst of changes. */
function refreshSoon(people) {
  withPeople ||= people;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 150);
}

async function refresh() {
  const people = withPeople;
  withPeople = false;
  try {
    const [book, doubts, cast] = await Promise.all([ask(path()), ask(path("doubts")), people && ask(path("people"))]);
    state.book = book;
    state.doubts = doubts;
    emit("book");
    emit("doubts");
    if (cast) {
      keepPeople(cast);
      emit("people");
    }
  } catch (error) {
    tell(error.message);
  }
}

export function follow() {
  listen(name, {
    changes: take,
    work(work) {
      state.work = work;
      emit("work");
    },
    async again() {
      const epoch = state.book.epoch;
      await readBook();
      if (state.book.epoch !== epoch) emit("epoch");
    },
  });
}
