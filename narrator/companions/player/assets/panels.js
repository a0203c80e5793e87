// What stands around the text: chapters, cast and the bar.

const MANY = 12;
/** A list longer than this has a field to sift it. */
function offerSifting(list) {
  const field = $("sift-" + list);
  field.hidden = $(list).children.length <= MANY;
  sift(field, () => $(list).children);
}

function listChapters() {
  $("chapters").append(
    ...book.chapters.map((chapter, number) => {
      const button = make(
        "button",
        { type: "button" },
        make("bdi", {}, chapter.title),
        make("span", { class: "quiet", "aria-hidden": "true" }, clock(chapter.seconds)),
        make("span", { class: "for-ears" }, `, ${inWords(chapter.seconds)}`),
      );
      button.addEventListener("click", () => {
        showSide(false);
        open(number, 0, !sound.paused);
      });
      return make("li", { "data-words": chapter.title }, button);
    }),
  );
  offerSifting("chapters");
}

function listCast() {
  $("cast").append(
    ...book.cast.map((person, number) => {
      const next = make("button", { type: "button", class: "framed small", "aria-label": filled(say.nextLineOf, person) }, say.nextLine);
      next.addEventListener("click", () => {
        showSide(false);
        nextLine(number);
      });
      const part = person.part * 100;
      const share = part >= 10 ? Math.round(part) : Math.round(part * 10) / 10;
      const bar = make("meter", { min: 0, max: 1, value: person.part, "aria-hidden": "true" });
      const lines = counted("lines", person.lines, person.lines.toLocaleString());
      return make(
        "li",
        { class: `v${number}`, "data-words": [person.name, ...person.aliases, person.voice].join(" ") },
        make("p", { class: "name" }, make("bdi", {}, person.name)),
        next,
        make("p", { class: "quiet" }, person.aliases.length ? filled(say.also, { names: person.aliases.join(", ") }) : ""),
        bar,
        make("p", { class: "quiet" }, `${share} % · ${lines} · ${clock(person.seconds)}`),
        make("p", { class: "quiet" }, ...firstHeard(number)),
        make("p", { class: "quiet" }, person.voice && filled(say.voice, person)),
      );
    }),
  );
  offerSifting("cast");
}

/** In which chapter somebody is heard first; nothing for the narrator, who is everywhere. */
function firstHeard(number) {
  const chapter = book.chapters.find((each) => each.who.includes(number));
  if (!number || !chapter) return [];
  const [before, behind] = say.firstHeard.split("{chapter}");
  return [before, make("bdi", {}, chapter.title), behind];
}

const tabs = ["chapters", "search", "cast", "marks"].map((name) => $("tab-" + name));

function choose(tab, focus) {
  for (const each of tabs) {
    const chosen = each === tab;
    each.setAttribute("aria-selected", String(chosen));
    each.tabIndex = chosen ? 0 : -1;
    $(each.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (focus) tab.focus();
}

tabs.forEach((tab, number) => {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    const to = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(tabs.at(to % tabs.length), true);
  });
});

/** On a narrow screen the side covers the page; on a wide one it is always there. */
function showSide(shown) {
  const opener = $("side-open");
  const was = opener.getAttribute("aria-expanded") === "true";
  if (was === shown) return;
  opener.setAttribute("aria-expanded", String(shown));
  document.body.classList.toggle("side-shown", shown);
  for (const part of [$("main"), document.querySelector(".bar")]) part.inert = shown;
  if (shown) tabs.find((tab) => tab.tabIndex === 0).focus();
  else opener.focus();
}

$("side-open").addEventListener("click", () => showSide($("side-open").getAttribute("aria-expanded") !== "true"));
matchMedia("(min-width: 60rem)").addEventListener("change", () => showSide(false));

/** What changes with the chapter. */
function showChapter(number) {
  const chapter = book.chapters[number];
  const count = filled(say.chapterOf, { number: number + 1, count: book.chapters.length });
  $("chapter-count").textContent = `${count} · ${inWords(chapter.seconds)}`;
  $("running-title").textContent = chapter.title;
  document.title = `${chapter.title} – ${book.title}`;
  [...$("chapters").children].forEach((item, n) => {
    const button = item.firstElementChild;
    if (n === number) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    if (n === number && item.offsetParent) item.scrollIntoView({ block: "nearest" });
  });
  $("seek").max = Math.floor(chapter.seconds);
  $("length").textContent = clock(chapter.seconds);
  $("chapter-back").disabled = number === 0;
  $("chapter-on").disabled = $("go-on").hidden = number + 1 >= book.chapters.length;
  showTrouble("");
  drawStrip();
  drawWhole();
  announce(chapter);
}

/** What a lock screen and the keys of a headset show and do. */
function announce(chapter) {
  if (!("mediaSession" in navigator)) return;
  // Browsers take no picture from a disk for this.
  const served = book.cover && location.protocol !== "file:";
  const artwork = served ? [{ src: new URL(book.cover, location.href).href }] : [];
  navigator.mediaSession.metadata = new MediaMetadata({ title: chapter.title, artist: book.author, album: book.title, artwork });
}

let shownSecond = -1;
let shownVoice = -2;
function showPlace(time, heard) {
  const second = Math.floor(time);
  if (second !== shownSecond) {
    shownSecond = second;
    const slider = $("seek");
    if (!slider.matches(":active")) slider.value = second;
    slider.setAttribute("aria-valuetext", filled(say.placeOf, { time: inWords(second), length: inWords(length()) }));
    $("time").textContent = clock(time);
    showLeft(time);
    showPlayhead(time);
    showWhole(time);
  }
  const voice = heard < 0 ? -1 : view.chapter.speakers[heard];
  if (voice !== shownVoice) {
    shownVoice = voice;
    $("now").replaceChildren(...(voice < 0 ? [] : [make("bdi", { class: `v${voice}` }, book.cast[voice].name)]));
  }
}

/** How much is left of the chapter and of the book, at the speed it is heard. */
function showLeft(time) {
  const rest = Math.max(0, length() - time);
  const after = book.chapters.slice(view.number + 1).reduce((sum, chapter) => sum + chapter.seconds, 0);
  const speed = settings.speed;
  $("left").textContent = clock(rest / speed);
  // At the very beginning it is the length, which stands above.
  const begun = view.number > 0 || time >= 1 || speed !== 1;
  const left = { time: inWords((rest + after) / speed), speed };
  $("book-left").textContent = begun ? filled(speed === 1 ? say.left : say.leftAt, left) : "";
  $("chapters").children[view.number]?.firstElementChild.style.setProperty("--done", String(time / length()));
}

function showPlaying(playing) {
  const button = $("play");
  document.body.classList.toggle("playing", playing);
  button.title = playing ? say.pause : say.play;
  button.setAttribute("aria-label", button.title);
  if ("mediaSession" in navigator) navigator.mediaSession.playbackState = playing ? "playing" : "paused";
  announcePlace();
}

/** Where the sound is, for the lock screen: it counts on by itself. */
function announcePlace() {
  const duration = length();
  try {
    navigator.mediaSession.setPositionState({ duration, playbackRate: settings.speed, position: Math.min(now(), duration) });
  } catch {
    // Not every browser shows it.
  }
}

/** What went wrong, in full and until something else is done. */
function showTrouble(text) {
  $("trouble").textContent = text;
  $("trouble").hidden = !text;
}

// The bar covers the end of the text: what is scrolled into sight must know how high it is.
new ResizeObserver(([{ target }]) => {
  if (target.offsetHeight) document.documentElement.style.setProperty("--bar", `${target.offsetHeight}px`);
}).observe(document.querySelector(".bar"));
