// Playing: the chapter's sound, where it is, how fast, and when it stops.

const sound = $("sound");
const SPEEDS = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5, 3];
const NAPS = [5, 10, 15, 30, 45, 60];
const nap = { end: 0, chapter: false, timer: 0 };
let wanted = 0;
let saved = 0;

const length = () => book.chapters[view.number].seconds;
const now = () => (sound.readyState ? sound.currentTime : wanted);
const fail = (error) => showTrouble(error.message);
const noSound = () => new Error(filled(say.noSound, { file: decodeURIComponent(book.chapters[view.number].sound) }));

/** Go to a place in the book; the newest wish wins when a chapter is slow to come. */
let wish = 0;
async function open(number, seconds = 0, play = false, sentence = -1) {
  const mine = ++wish;
  let chapter;
  try {
    chapter = await loadChapter(number);
  } catch (error) {
    fail(error);
    return;
  }
  if (mine !== wish) return;
  if (view.number >= 0) leaveFront();
  const time = sentence >= 0 ? chapter.starts[sentence] : seconds;
  const index = sentence >= 0 ? sentence : sentenceAt(chapter, time);
  if (number !== view.number) {
    showText(number, chapter, index);
    showChapter(number);
    sound.src = book.chapters[number].sound;
    sound.playbackRate = settings.speed;
    if (index <= 0) scrollTo({ top: 0, behavior: "instant" });
  }
  seek(time);
  if (index > 0) mark(index, true);
  if (play) start();
  if (number + 1 < book.chapters.length) soon(() => loadChapter(number + 1).catch(() => {}));
}

function seek(seconds) {
  wanted = Math.min(Math.max(seconds, 0), Math.max(length() - 0.05, 0));
  if (sound.readyState) sound.currentTime = wanted;
  follow();
}

function playFrom(sentence) {
  seek(view.chapter.starts[sentence]);
  start();
}

function start() {
  leaveFront();
  sound.play().catch((error) => {
    // Asked for too early or without a click: the button is still there.
    if (error.name === "NotSupportedError") fail(noSound());
  });
}

function toggle() {
  if (sound.paused) start();
  else sound.pause();
}

/** One sentence on or back; shortly after a sentence began, back means the one before. */
function step(by) {
  const { starts } = view.chapter;
  const at = sentenceAt(view.chapter, now());
  const late = by < 0 && at >= 0 && now() - starts[at] > 1.5 * settings.speed;
  const to = late ? at : at + by;
  if (to < 0) stepChapter(-1, true);
  else if (to >= starts.length) stepChapter(1);
  else seekAndShow(starts[to]);
}

function seekAndShow(seconds) {
  leaveFront();
  setAway(false);
  seek(seconds);
  mark(sentenceAt(view.chapter, wanted), true);
}

async function stepChapter(by, atEnd = false) {
  const number = view.number + by;
  if (number < 0 || number >= book.chapters.length) return;
  const playing = !sound.paused;
  if (!atEnd) {
    await open(number, 0, playing);
    return;
  }
  const chapter = await loadChapter(number);
  await open(number, 0, playing, chapter.starts.length - 1);
}

/** The next line of somebody, in this chapter or the next one they speak in. */
async function nextLine(speaker) {
  const at = sentenceAt(view.chapter, now());
  for (let number = view.number; number < book.chapters.length; number++) {
    if (!book.chapters[number].who.includes(speaker)) continue;
    const chapter = await loadChapter(number);
    const from = number === view.number ? at + 1 : 0;
    const found = chapter.speakers.findIndex(
      (who, n) => n >= from && who === speaker && chapter.firsts[n],
    );
    if (found >= 0) {
      setAway(false);
      await open(number, 0, true, found);
      return;
    }
  }
  tell(filled(say.noLine, { name: book.cast[speaker].name }));
}

function setSpeed(speed) {
  keep("speed", speed);
  sound.playbackRate = sound.defaultPlaybackRate = speed;
  $("speed").value = String(speed);
  if (view.chapter) showLeft(now());
  announcePlace();
  tell(filled(say.speed, { speed }));
}

function setSleep(choice) {
  clearInterval(nap.timer);
  nap.chapter = choice === "chapter";
  nap.end = Number(choice) ? Date.now() + Number(choice) * 60000 : 0;
  sound.volume = 1;
  if (nap.end) nap.timer = setInterval(doze, 500);
  doze();
}

/** Softer in the last ten seconds, then quiet. */
function doze() {
  const left = (nap.end - Date.now()) / 1000;
  const until = nap.end ? filled(say.sleepsIn, { time: clock(Math.ceil(left)) }) : "";
  $("sleep-left").textContent = nap.chapter ? say.sleepsAfter : until;
  if (!nap.end) return;
  sound.volume = Math.min(1, Math.max(0, left / 10));
  if (left <= 0) fallAsleep();
}

function fallAsleep() {
  sound.pause();
  $("sleep").value = "off";
  setSleep("off");
}

/** Show where the sound is: called for every picture while it plays. */
function follow() {
  if (!view.chapter) return;
  const time = now();
  const sentence = sentenceAt(view.chapter, time);
  const heard = sentence >= 0 && time < view.chapter.ends[sentence] + 0.4 ? sentence : -1;
  if (sentence >= 0) mark(sentence, false);
  showPlace(time, heard);
}

function loop() {
  follow();
  if (!sound.paused) requestAnimationFrame(loop);
}

function savePlace() {
  if (view.number < 0) return;
  saved = Date.now();
  // To the thousandth: rounded more, a sentence that has just begun would be the one before.
  store.write(book.id + "/place", { chapter: view.number, seconds: Math.round(inFirst(view.number, view.chapter, now()) * 1000) / 1000 });
}

sound.addEventListener("loadedmetadata", () => {
  sound.playbackRate = settings.speed;
  if (wanted) sound.currentTime = wanted;
});
sound.addEventListener("play", () => {
  showTrouble("");
  showPlaying(true);
  loop();
});
sound.addEventListener("pause", () => {
  showPlaying(false);
  setAway(false);
  savePlace();
});
sound.addEventListener("seeked", () => {
  follow();
  announcePlace();
});
sound.addEventListener("timeupdate", () => {
  // Another file was set: its beginning is not where the listener wants to be.
  if (!sound.readyState) return;
  wanted = sound.currentTime;
  follow();
  if (Date.now() - saved > 2000) savePlace();
});
sound.addEventListener("ended", async () => {
  const last = view.number + 1 >= book.chapters.length;
  const asleep = nap.chapter;
  if (asleep) fallAsleep();
  if (!last) await open(view.number + 1, 0, !asleep);
  savePlace();
});
sound.addEventListener("error", () => fail(noSound()));
addEventListener("pagehide", savePlace);
document.addEventListener("visibilitychange", savePlace);
