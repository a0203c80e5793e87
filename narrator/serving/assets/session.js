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

/** What is needed to show the text. */
export async function readBook() {
  keepBook(await ask(path()));
}

function keepBook(book) {
  if (state.book && state.book.epoch !== book.epoch) forget();
  state.book = book;
  emit("book");
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

let taken = 0;
/** A chapter in full, asked for once more where something changed on the way. */
export async function readSheet(number, fresh = false) {
  const kept = state.sheets.get(number);
  if (kept && !fresh) return kept;
  let sheet;
  let before;
  do {
    before = taken;
    sheet = await ask(path(`chapters/${number}`));
  } while (before !== taken);
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
  taken += 1;
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
let reading = null;
let wanted = new Set();
/** What is worked out of all lines is read again, once for a burst of changes. */
function refreshSoon(people) {
  clearTimeout(waiting);
  if (people) wanted.add("people");
  waiting = setTimeout(() => refresh().catch((error) => tell(error.message)), 150);
}

/** One reading at a time, and one more if something changed meanwhile: so what is read last is the newest. */
function refresh(...more) {
  wanted = new Set([...wanted, "book", "doubts", ...more]);
  reading ||= readWanted().finally(() => {
    reading = null;
  });
  return reading;
}

const READ = {
  book: async () => keepBook(await ask(path())),
  async work() {
    state.work = await ask(path("work"));
    emit("work");
  },
  async doubts() {
    state.doubts = await ask(path("doubts"));
    emit("doubts");
  },
  async people() {
    keepPeople(await ask(path("people")));
    emit("people");
  },
};

async function readWanted() {
  while (wanted.size) {
    const now = [...wanted];
    wanted.clear();
    await Promise.all(now.map((what) => READ[what]()));
  }
}

/** The text that is shown, after changes of which nobody told. */
async function readText() {
  for (const number of [...state.sheets.keys()]) if (number !== state.chapter) state.sheets.delete(number);
  await readSheet(state.chapter, true);
  emit("changes", { rows: [], chapters: [state.chapter], people: false, why: "", entry: 0 });
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
    async again(away) {
      const { epoch } = state.book;
      try {
        await refresh("work", "people");
        if (state.book.epoch !== epoch) emit("epoch");
        else if (away) await readText();
      } catch (error) {
        tell(error.message);
      }
    },
  });
}
