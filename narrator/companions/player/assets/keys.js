// Buttons, keys and the keys of a headset.

/** Seconds of a leap: back to what was missed, on over what is known. */
const BACK = 15;
const ON = 30;

function bindButtons() {
  const does = {
    play: toggle,
    "sentence-back": () => step(-1),
    "sentence-on": () => step(1),
    "leap-back": () => seekAndShow(now() - BACK),
    "leap-on": () => seekAndShow(now() + ON),
    "chapter-back": () => stepChapter(-1),
    "chapter-on": () => stepChapter(1),
    "go-on": () => stepChapter(1),
    "mark-add": addBookmark,
    "mark-here": addBookmark,
    mix: switchMix,
  };
  for (const [name, run] of Object.entries(does)) $(name).addEventListener("click", run);
  $("seek").addEventListener("input", () => seekAndShow(Number($("seek").value)));
}

const KEYS = {
  " ": toggle,
  ArrowLeft: (shift) => (shift ? seekAndShow(now() - BACK) : step(-1)),
  ArrowRight: (shift) => (shift ? seekAndShow(now() + ON) : step(1)),
  p: () => stepChapter(-1),
  n: () => stepChapter(1),
  c: () => nextLine(view.chapter.speakers[Math.max(0, view.marked)]),
  "[": () => setSpeed(SPEEDS[Math.max(0, SPEEDS.indexOf(settings.speed) - 1)]),
  "]": () => setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(settings.speed) + 1)]),
  b: addBookmark,
  v: switchMix,
  f: () => {
    $("follow").checked = !settings.follow;
    keep("follow", $("follow").checked);
    tell(settings.follow ? say.follows : say.followsNot);
  },
  "/": startSearch,
  "?": () => $("settings").showModal(),
};
/** Where a key has a meaning of its own. */
const BUSY = "input, select, textarea, dialog[open] *";

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("side-shown")) showSide(false);
  if (!settings.shortcuts || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.defaultPrevented || !view.chapter || event.target.closest?.(BUSY) || $("settings").open) return;
  if (event.key === " " && event.target.closest?.("button, summary, a")) return;
  if (["PageDown", "PageUp", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) setAway(true);
  const run = KEYS[event.key] || KEYS[event.key.toLowerCase()];
  if (!run) return;
  event.preventDefault();
  run(event.shiftKey);
});

function bindHeadset() {
  if (!("mediaSession" in navigator)) return;
  const does = {
    play: start,
    pause: () => sound.pause(),
    previoustrack: () => stepChapter(-1),
    nexttrack: () => stepChapter(1),
    seekbackward: (told) => seekAndShow(now() - (told.seekOffset || BACK)),
    seekforward: (told) => seekAndShow(now() + (told.seekOffset || ON)),
    seekto: (told) => seekAndShow(told.seekTime),
  };
  for (const [name, run] of Object.entries(does)) {
    try {
      navigator.mediaSession.setActionHandler(name, run);
    } catch {
      // Not every browser knows every key.
    }
  }
}
