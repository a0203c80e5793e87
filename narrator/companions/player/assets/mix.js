// Two mixes of one book: the same sentences, read by other voices and at other times.

/** Whether it is the second that is heard. What is kept, places and bookmarks, is in times of the first. */
let second = book.mixes.length > 1 && store.read(book.id + "/mix", "") === book.mixes[1];

function exchangeSounds() {
  for (const chapter of book.chapters) {
    [chapter.sound, chapter.other.sound] = [chapter.other.sound, chapter.sound];
    [chapter.seconds, chapter.other.seconds] = [chapter.other.seconds, chapter.seconds];
  }
}

function exchangeTimes(chapter) {
  const { starts, ends } = chapter;
  Object.assign(chapter, { starts: chapter.other.starts, ends: chapter.other.ends, other: { starts, ends } });
}

/** A time of the mix that is heard, as one of the first mix. */
const inFirst = (number, chapter, time) =>
  second ? mapped(chapter, chapter.other, time, book.chapters[number].seconds, book.chapters[number].other.seconds) : time;

/** A time of the first mix, as one of the mix that is heard. */
const inHeard = (number, chapter, time) =>
  second ? mapped(chapter.other, chapter, time, book.chapters[number].other.seconds, book.chapters[number].seconds) : time;

/** The same place in another mix: as far into the same sentence, or into the silence behind it. */
function mapped(from, to, time, fromEnd, toEnd) {
  const marks = (times, end) => [0, ...times.starts.flatMap((start, n) => [start, times.ends[n]]), end];
  const [here, there] = [marks(from, fromEnd), marks(to, toEnd)];
  const n = Math.max(0, Math.min(here.findLastIndex((mark) => mark <= time + 0.001), here.length - 2));
  const part = here[n + 1] > here[n] ? (time - here[n]) / (here[n + 1] - here[n]) : 0;
  return there[n] + Math.min(1, Math.max(0, part)) * (there[n + 1] - there[n]);
}

/** Go to a place that was kept, in times of the first mix. */
async function openKept(number, seconds, play = false) {
  let time = seconds;
  try {
    if (second) time = inHeard(number, await loadChapter(number), seconds);
  } catch {
    // Opening it says what is wrong.
  }
  await open(number, time, play);
}

/** Go on in the other mix, at the same place. */
function switchMix() {
  if (book.mixes.length < 2 || !view.chapter) return;
  const playing = !sound.paused;
  const place = inFirst(view.number, view.chapter, now());
  second = !second;
  store.write(book.id + "/mix", book.mixes[Number(second)]);
  exchangeSounds();
  for (const chapter of chapters.values()) exchangeTimes(chapter);
  const time = inHeard(view.number, view.chapter, place);
  measureWhole();
  sound.src = book.chapters[view.number].sound;
  sound.playbackRate = settings.speed;
  showLengths();
  showChapter(view.number);
  seek(time);
  savePlace();
  if (playing) start();
  tell(isSingle() ? say.oneVoice : say.manyVoices);
}

const isSingle = () => book.mixes[Number(second)] === "single";

/** What the mix changes outside the text: how long book and chapters are, and the button. */
function showLengths() {
  $("book-length").textContent = inWords(whole);
  $("mix").setAttribute("aria-pressed", String(isSingle()));
  [...$("chapters").children].forEach((item, n) => {
    const [shown, spoken] = item.querySelectorAll(".quiet, .for-ears");
    shown.textContent = clock(book.chapters[n].seconds);
    spoken.textContent = `, ${inWords(book.chapters[n].seconds)}`;
  });
}

if (second) exchangeSounds();
