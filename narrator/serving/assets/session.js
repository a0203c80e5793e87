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
  work: { state: "idle", stage: "", part: 0, seconds_left: null, told: [] },
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
  const book = await ask(path());
  if (state.book && state.book.epoch !== book.epoch) forget();
  state.book = book;
  emit("book");
}

/** What is worked out of all lines: the text is shown before it is there. */
export async function readLists() {
  const take = async (what, keep) => {
    keep(await ask(path(what)));
    emit(what);
  };
  await Promise.all([
    take("work", (work) => {
      state.work = work;
    }),
    take("doubts", (doubts) => {
      state.doubts = doubts;
    }),
    take("people", keepPeople),
  ]);
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
let reading = false;
let again = false;
/** Lists that are worked out of all lines are read again, once for a burst of changes. */
function refreshSoon(people) {
  withPeople ||= people;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 150);
}

/** One at a time, and once more if something changed meanwhile: so what is read last is the newest. */
async function refresh() {
  again = reading;
  if (reading) return;
  reading = true;
  try {
    do {
      again = false;
      await readAgain();
    } while (again);
  } catch (error) {
    tell(error.message);
  } finally {
    reading = false;
  }
}

async function readAgain() {
  const people = withPeople;
  withPeople = false;
  const [book, doubts, cast] = await Promise.all([ask(path()), ask(path("doubts")), people && ask(path("people"))]);
  state.book = book;
  state.doubts = doubts;
  emit("book");
  emit("doubts");
  if (cast) {
    keepPeople(cast);
    emit("people");
  }
}

export function follow() {
  listen(name, {
    changes: take,
    work(work) {
      const ended = state.work.state === "running" && work.state !== "running";
      state.work = work;
      emit("work");
      // What was recorded last is known to the book only now.
      if (ended) refreshSoon(false);
    },
    async again() {
      const epoch = state.book.epoch;
      await Promise.all([readBook(), readLists()]);
      if (state.book.epoch !== epoch) emit("epoch");
    },
  });
}
