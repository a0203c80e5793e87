// The whole book from end to end, with a mark where each chapter begins.

let begins;
let whole;

function measureWhole() {
  begins = [0];
  for (const chapter of book.chapters) begins.push(begins.at(-1) + chapter.seconds);
  whole = begins.at(-1);
  $("whole").max = Math.floor(whole);
}

/** The chapter that holds a second of the book, and how far into it that is. */
function inChapterAt(seconds) {
  const found = begins.findLastIndex((begin, n) => n < book.chapters.length && begin <= seconds);
  return [Math.max(0, found), seconds - begins[Math.max(0, found)]];
}

function drawWhole() {
  const canvas = $("whole-marks");
  if (!canvas.clientWidth) return;
  const width = (canvas.width = Math.round(canvas.clientWidth * devicePixelRatio));
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(canvas).color;
  for (const begin of begins) pen.fillRect(Math.min(width - 1, (begin / whole) * width), 0, Math.max(1, devicePixelRatio), 8);
}

function showWhole(time) {
  const slider = $("whole");
  if (slider.matches(":active")) return;
  slider.value = begins[view.number] + time;
  slider.setAttribute("aria-valuetext", `${book.chapters[view.number].title}, ${clock(time)}`);
}

measureWhole();
$("whole").addEventListener("input", () => {
  const [number, seconds] = inChapterAt(Number($("whole").value));
  tell(`${book.chapters[number].title} · ${clock(seconds)}`);
});
$("whole").addEventListener("change", () => {
  const [number, seconds] = inChapterAt(Number($("whole").value));
  if (number === view.number) seekAndShow(seconds);
  else open(number, seconds, !sound.paused);
});
new ResizeObserver(drawWhole).observe($("whole-marks"));
