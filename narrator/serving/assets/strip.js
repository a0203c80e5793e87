// The whole book from left to right: where the doubt lies, and where we are.

import { $, make } from "./elements.js";
import { on, state } from "./session.js";
import { showChapter } from "./text.js";

/** The part of wrong lines at which a chapter is shown as high as it goes. */
const MUCH = 0.2;

/** Chapters as wide as they have lines, each as strong as it is doubtful. */
function drawStrip() {
  const { chapters } = state.book;
  const canvas = $("strip");
  const width = (canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio)));
  const height = (canvas.height = Math.round(canvas.clientHeight * devicePixelRatio));
  const pen = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const all = chapters.reduce((sum, chapter) => sum + chapter.lines, 0) || 1;
  let x = 0;
  for (const chapter of chapters) {
    const wide = (chapter.lines / all) * width;
    const part = Math.min(1, chapter.wrong / (chapter.lines || 1) / MUCH);
    pen.fillStyle = style.getPropertyValue("--bad");
    pen.globalAlpha = 0.35 + 0.65 * part;
    pen.fillRect(x, height * (1 - part), Math.max(1, wide - 1), height * part);
    pen.globalAlpha = 1;
    pen.fillStyle = style.getPropertyValue(chapter.number === state.chapter ? "--accent" : "--edge");
    pen.fillRect(x, height - 3 * devicePixelRatio, Math.max(1, wide - 1), 3 * devicePixelRatio);
    x += wide;
  }
}

function listChapters() {
  const told = (chapter) => `${chapter.number}. ${chapter.title}${chapter.doubtful ? ` · ${chapter.doubtful} doubtful` : ""}`;
  $("chapter").replaceChildren(...state.book.chapters.map((chapter) => make("option", { value: chapter.number }, told(chapter))));
  $("chapter").value = String(state.chapter || 1);
  drawStrip();
}

$("strip").addEventListener("click", (event) => {
  const box = $("strip").getBoundingClientRect();
  const all = state.book.chapters.reduce((sum, chapter) => sum + chapter.lines, 0);
  let line = ((event.clientX - box.left) / box.width) * all;
  const found = state.book.chapters.find((chapter) => (line -= chapter.lines) < 0);
  if (found) showChapter(found.number);
});
$("chapter").addEventListener("change", () => showChapter(Number($("chapter").value)));
new ResizeObserver(() => state.book && drawStrip()).observe($("strip"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => state.book && drawStrip());
on("book", listChapters);
on("chapter", drawStrip);
