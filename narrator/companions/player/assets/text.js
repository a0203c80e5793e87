// The chapter on the page: its text, the sentence that is spoken, and scrolling along with it.

const view = { number: -1, chapter: null, parts: [], spans: [], marked: -1, away: false, filling: 0 };
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Show a chapter from its top, with the part that holds `sentence` at once and the rest soon. */
function showText(number, chapter, sentence) {
  const body = $("text");
  view.number = number;
  view.chapter = chapter;
  view.spans = [];
  view.marked = -1;
  view.away = false;
  const first = chapter.rows.findIndex((row) => row[0] !== "h");
  const headings = chapter.rows.slice(0, first < 0 ? chapter.rows.length : first);
  view.parts = cut(chapter, headings.length);
  showHeadings(headings, number);
  body.replaceChildren(
    ...view.parts.map((part) => {
      part.element = make("div", { class: "part" });
      part.element.style.containIntrinsicSize = `auto ${Math.round(part.size * 0.55) + 40}px`;
      return part.element;
    }),
  );
  fill(partOf(Math.max(sentence, 0)));
  fillRest();
}

/** The headings a chapter begins with: the last is the chapter's own. */
function showHeadings(rows, number) {
  const blocks = cut({ rows }, 0).flatMap((part) => part.blocks);
  const own = blocks.pop();
  $("kickers").replaceChildren(...blocks.map((block) => {
    const line = make("p", { dir: "auto" });
    fillBlock(line, block, view.spans);
    return line;
  }));
  $("chapter-title").replaceChildren();
  if (own) fillBlock($("chapter-title"), own, view.spans);
  else $("chapter-title").append(book.chapters[number].title);
}

function fill(part) {
  if (!part || part.full) return;
  part.full = true;
  part.element.append(...part.blocks.map((block) => makeBlock(block, view.spans)));
}

/** Make the other parts whenever the browser has nothing better to do. */
function fillRest() {
  cancelSoon(view.filling);
  const waiting = view.parts.filter((part) => !part.full);
  const some = (deadline) => {
    do fill(waiting.shift());
    while (waiting.length && deadline.timeRemaining() > 6);
    if (waiting.length) view.filling = soon(some);
  };
  if (waiting.length) view.filling = soon(some);
}

const soon = window.requestIdleCallback || ((run) => setTimeout(() => run({ timeRemaining: () => 0 }), 16));
const cancelSoon = window.cancelIdleCallback || clearTimeout;

function partOf(sentence) {
  return view.parts.find((part) => sentence < part.last) || view.parts.at(-1);
}

/** Mark the sentence that is spoken now, and keep it in sight. */
function mark(sentence, bring) {
  if (sentence !== view.marked) {
    const before = view.spans[view.marked];
    before?.classList.remove("on");
    before?.removeAttribute("aria-current");
    if (sentence >= 0 && !view.spans[sentence]) fill(partOf(sentence));
    const now = view.spans[sentence];
    now?.classList.add("on");
    now?.setAttribute("aria-current", "true");
    view.marked = sentence;
  } else if (!bring) return;
  if (bring || (settings.follow && !view.away)) bringIntoSight(bring);
}

function bringIntoSight(always) {
  const span = view.spans[view.marked];
  if (!span || atFront()) return;
  const box = span.getBoundingClientRect();
  const bottom = innerHeight - document.querySelector(".bar").offsetHeight;
  if (!always && box.top > 80 && box.bottom < bottom - 40) return;
  const far = Math.abs(box.top) > innerHeight * 2;
  const top = Math.max(0, scrollY + box.top - bottom * 0.3);
  scrollTo({ top, behavior: still.matches || far ? "instant" : "smooth" });
}

function setAway(away) {
  view.away = away && settings.follow && !$("sound").paused;
  $("back-to-voice").hidden = !view.away;
}

$("text").parentElement.addEventListener("click", (event) => {
  const span = event.target.closest?.(".s");
  if (!span || String(getSelection())) return;
  setAway(false);
  playFrom(span.sentence);
});
for (const kind of ["wheel", "touchmove"]) {
  addEventListener(kind, (event) => event.target.closest?.("main") && setAway(true), { passive: true });
}
$("back-to-voice").addEventListener("click", () => {
  setAway(false);
  bringIntoSight(true);
});
