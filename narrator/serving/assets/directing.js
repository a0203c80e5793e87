// How a line is said: pauses, whispers, takes, recordings of one's own, lines cut and joined.

import { send, bookPath } from "./api.js";
import { $, make, tell } from "./elements.js";
import { hear } from "./hearing.js";
import { act, name, on, rowOf, state, targets } from "./session.js";
import { goTo } from "./text.js";

let recorder = null;
let take = null;
let shown = "";

const current = () => rowOf(state.current);

/** The pauses before and behind a row. */
function pausesAround({ id }) {
  const rows = state.sheets.get(state.chapter).rows;
  const at = rows.findIndex((row) => row.id === id);
  return [rows[at - 1], rows[at + 1]].map((row) => (row?.type === "pause" ? row.seconds : ""));
}

function showDirecting() {
  const row = current();
  $("directing").hidden = !row;
  if (!row) return;
  // What is typed or was tried here stays, whatever else of the book changes meanwhile.
  const said = JSON.stringify([row.id, row.type, row.text, row.speaker, row.delivery, row.recording, pausesAround(row)]);
  if (said === shown) return;
  shown = said;
  const line = row.type === "line";
  for (const field of $("directing").querySelectorAll("[data-for]")) field.hidden = !field.dataset.for.split(" ").includes(row.type);
  for (const button of $("delivery").querySelectorAll("button")) button.setAttribute("aria-pressed", String((row.delivery || "") === button.value));
  $("voice-again").hidden = !row.recording;
  if (line) {
    offerCuts(row);
    [$("pause-before").value, $("pause-behind").value] = pausesAround(row);
  }
  take = null;
  $("keep-take").hidden = true;
}

/** Where a line can be cut: before each of its words. */
function offerCuts(row) {
  const places = [...row.text.matchAll(/\S+/gu)].slice(1);
  $("cut-at").replaceChildren(...places.map((found) => make("option", { value: found.index }, `… | ${row.text.slice(found.index, found.index + 30)}`)));
  $("cut").disabled = !places.length;
}

async function pause(behind) {
  const seconds = Number($(behind ? "pause-behind" : "pause-before").value);
  await act({ do: "pause", line: state.current, seconds: seconds || null, behind });
}

const asked = () => {
  const as = {};
  for (const key of ["rate", "pitch", "gain"]) if ($(`take-${key}`).value !== "") as[key] = Number($(`take-${key}`).value);
  if ($("take-how").value) as.delivery = $("take-how").value;
  return as;
};

async function hearTake() {
  const line = state.current;
  const heard = await hear({ line, as: asked() }, "new take");
  if (!heard?.url || line !== state.current) return;
  take = { url: heard.url, line };
  $("keep-take").hidden = false;
}

/** The take that was heard stands in place of the line. */
async function keepTake() {
  if (!take) return;
  try {
    const sound = await (await fetch(take.url)).blob();
    await bring(sound, take.line);
  } catch (error) {
    tell(error.message);
  }
}

/** A sound of one's own in place of a line. */
async function bring(sound, line) {
  const { recording } = await send(bookPath(name, `recordings?line=${line}`), sound);
  const done = await act({ do: "record", line, recording });
  if (!done) return;
  tell("This recording is heard from now on.");
  if ($("record-on").checked) await nextOfSame(line);
}

/** The next line of whoever speaks this one, for those who lend a character their voice. */
async function nextOfSame(line) {
  const rows = state.sheets.get(state.chapter).rows;
  const speaker = rowOf(line).speaker;
  const next = rows.find((row, at) => at > rows.findIndex((each) => each.id === line) && row.type === "line" && row.speaker === speaker && !row.recording);
  if (next) await goTo(next.id);
  else tell(`${speaker} has no further line in this chapter.`);
}

export async function toggleRecording() {
  if (recorder) {
    recorder.stop();
    return;
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const line = state.current;
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", async () => {
      for (const track of stream.getTracks()) track.stop();
      const sound = new Blob(pieces, { type: recorder.mimeType });
      recorder = null;
      showRecording();
      await bring(sound, line).catch((error) => tell(error.message));
    });
    recorder.start();
    showRecording();
  } catch {
    tell("There is no microphone here that this page may use.");
  }
}

function showRecording() {
  $("microphone").textContent = recorder ? "Stop recording" : "Record with the microphone";
  $("microphone").setAttribute("aria-pressed", String(Boolean(recorder)));
}

for (const button of $("delivery").querySelectorAll("button")) {
  button.addEventListener("click", () => act({ do: "deliver", lines: targets(), delivery: button.value }));
}
const does = {
  "set-before": () => pause(false),
  "set-behind": () => pause(true),
  omit: () => act({ do: "omit", lines: targets() }),
  restore: () => act({ do: "restore", lines: [state.current] }),
  cut: () => act({ do: "split", line: state.current, at: Number($("cut-at").value) }),
  merge: () => act({ do: "merge", line: state.current }),
  "hear-take": hearTake,
  "keep-take": keepTake,
  "voice-again": () => act({ do: "record", line: state.current, recording: "" }),
  microphone: toggleRecording,
};
for (const [id, run] of Object.entries(does)) $(id).addEventListener("click", run);
$("own-file").addEventListener("change", async () => {
  const [file] = $("own-file").files;
  if (file) await bring(file, state.current).catch((error) => tell(error.message));
  $("own-file").value = "";
});
on("current", showDirecting);
