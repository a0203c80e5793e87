// Chapters: their text is a script that is loaded when it is wanted, and let go when it is not.

const KEPT = 3;
const chapters = new Map();
const awaited = new Map();
const coming = new Map();

Object.defineProperty(window, "narrator", {
  value: Object.freeze({
    chapter(number, rows, times) {
      awaited.get(number)?.(rows, times);
    },
  }),
});

function loadChapter(number) {
  if (chapters.has(number)) {
    const chapter = chapters.get(number);
    chapters.delete(number);
    chapters.set(number, chapter);
    return Promise.resolve(chapter);
  }
  if (coming.has(number)) return coming.get(number);
  const promise = new Promise((resolve, reject) => {
    const script = make("script", { src: book.chapters[number].text, charset: "utf-8" });
    awaited.set(number, (rows, times) => {
      awaited.delete(number);
      const chapter = readChapter(rows);
      if (times) addOther(chapter, times);
      chapters.set(number, chapter);
      for (const other of chapters.keys()) if (chapters.size > KEPT) chapters.delete(other);
      resolve(chapters.get(number));
    });
    const end = () => {
      script.remove();
      coming.delete(number);
      // A file that is there but is not what it should be has told nothing.
      if (awaited.delete(number)) reject(new Error(filled(say.noText, { file: book.chapters[number].text })));
    };
    script.onload = script.onerror = end;
    document.head.append(script);
  });
  coming.set(number, promise);
  return promise;
}

/** The sentences of a chapter as lists, by the order in which they are heard; times in seconds. */
function readChapter(rows) {
  const chapter = { rows, starts: [], ends: [], speakers: [], firsts: [], place: [] };
  let at = 0;
  rows.forEach((row, number) => {
    let speaker = 0;
    let first = false;
    for (let n = 1; n < row.length; n++) {
      if (typeof row[n] === "number") {
        speaker = row[n];
        first = true;
      } else if (typeof row[n + 1] === "number" && typeof row[n + 2] === "number") {
        at += row[n + 1];
        chapter.starts.push(at / 1000);
        at += row[n + 2];
        chapter.ends.push(at / 1000);
        chapter.speakers.push(speaker);
        chapter.firsts.push(first);
        chapter.place.push(number);
        first = false;
        n += 2;
      }
    }
  });
  return chapter;
}

/** When the same sentences are heard in the second mix; exchanged where that is the one heard. */
function addOther(chapter, times) {
  chapter.other = { starts: [], ends: [] };
  let at = 0;
  times.forEach((step, n) => {
    at += step;
    (n % 2 ? chapter.other.ends : chapter.other.starts).push(at / 1000);
  });
  if (second) exchangeTimes(chapter);
}

/** The last sentence that has begun at `time`; -1 before the first. */
function sentenceAt(chapter, time) {
  let low = 0;
  let high = chapter.starts.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (chapter.starts[middle] <= time + 0.001) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
