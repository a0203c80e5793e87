// The page on which the book opens: cover, author, length, and one large button.

const atFront = () => document.body.classList.contains("at-front");

function showFront(from) {
  document.body.classList.add("at-front", "front-seen");
  const voices = book.cast.filter((person) => person.lines).length;
  const parts = [inWords(whole), counted("chapters", book.chapters.length), counted("voices", voices)];
  $("front-length").textContent = parts.join(" · ");
  if (!from.chapter && from.seconds < 1) return;
  $("begin-words").textContent = say.goOn;
  $("front-place").textContent = `${book.chapters[from.chapter].title} · ${clock(from.seconds)}`;
}

/** From now on there is the text, with the bar below it. */
function leaveFront() {
  if (!atFront()) return;
  const held = document.activeElement === $("begin");
  document.body.classList.remove("at-front");
  if (held) $("play").focus({ preventScroll: true });
  if (view.marked > 0) bringIntoSight(true);
  else scrollTo({ top: 0, behavior: "instant" });
}

$("begin").addEventListener("click", () => {
  leaveFront();
  start();
});
// Who reads on below the cover has the bar as well.
new IntersectionObserver(([{ isIntersecting }]) => document.body.classList.toggle("front-seen", isIntersecting)).observe($("front"));
