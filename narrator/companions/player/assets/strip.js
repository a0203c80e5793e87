// Who talks when: the chapter from left to right, a lane for each voice. A click goes there.

const LANES = 7;

function drawStrip() {
  const box = $("strip");
  box.replaceChildren();
  if (!$("who").open || !view.chapter) return;
  const lanes = busiest(view.chapter);
  lanes.forEach((lane) => {
    const canvas = make("canvas", { "aria-hidden": "true", height: "18" });
    const told = `${lane.name}, ${inWords(lane.seconds)}`;
    const row = make(
      "div",
      { class: `lane v${lane.voices[0]}` },
      make("span", { class: "name" }, make("bdi", {}, lane.name), make("span", { class: "for-ears" }, ", " + filled(say.inChapter, { time: inWords(lane.seconds) }))),
      canvas,
    );
    row.title = told;
    box.append(row);
    paintLane(canvas, lane.voices);
  });
  box.append(make("div", { class: "playhead", id: "playhead", "aria-hidden": "true" }));
  showPlayhead(now());
}

/** The voices heard longest in a chapter; those beyond the last lane share it. */
function busiest(chapter) {
  const seconds = new Map();
  chapter.speakers.forEach((who, n) => {
    seconds.set(who, (seconds.get(who) || 0) + chapter.ends[n] - chapter.starts[n]);
  });
  const order = [...seconds.keys()].sort((a, b) => (b === 0) - (a === 0) || seconds.get(b) - seconds.get(a));
  const lane = (voices, name) => ({ voices, name, seconds: voices.reduce((sum, who) => sum + seconds.get(who), 0) });
  const single = order.length > LANES ? order.slice(0, LANES - 1) : order;
  const rest = order.slice(single.length);
  const lanes = single.map((who) => lane([who], book.cast[who].name));
  return rest.length ? [...lanes, lane(rest, filled(say.others, { count: rest.length }))] : lanes;
}

function paintLane(canvas, voices) {
  const width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
  canvas.width = width;
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(canvas).color;
  const { starts, ends, speakers } = view.chapter;
  const scale = width / length();
  speakers.forEach((who, n) => {
    if (voices.includes(who)) {
      pen.fillRect(starts[n] * scale, 3, Math.max(1, (ends[n] - starts[n]) * scale), 12);
    }
  });
}

function showPlayhead(time) {
  const canvas = $("strip").querySelector("canvas");
  const head = $("playhead");
  if (!canvas || !head) return;
  const part = Math.min(1, time / length());
  head.style.transform = `translateX(${canvas.offsetLeft + canvas.clientWidth * part}px)`;
}

$("strip").addEventListener("click", (event) => {
  const canvas = event.target.closest("canvas");
  if (!canvas) return;
  const box = canvas.getBoundingClientRect();
  seekAndShow(((event.clientX - box.left) / box.width) * length());
});
$("who").open = settings.strip;
$("who").addEventListener("toggle", () => {
  keep("strip", $("who").open);
  drawStrip();
});
let redraw = 0;
addEventListener("resize", () => {
  clearTimeout(redraw);
  redraw = setTimeout(drawStrip, 150);
});
