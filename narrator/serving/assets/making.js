// Recording what is stale, while everything else goes on.

import { clock } from "./clock.js";
import { $, tell } from "./elements.js";
import { command, emit, name, on, state } from "./session.js";

const STAGES = { parsing: "Reading", asking: "Asking", recording: "Recording", measuring: "Measuring", encoding: "Making the files" };

export async function toggleMaking() {
  const runs = state.work.state === "running";
  try {
    state.work = await command(runs ? "stop" : "make");
    emit("work");
  } catch (error) {
    tell(error.message);
  }
}

function showWork() {
  const { state: now, stage, part, seconds_left: left, told } = state.work;
  const runs = now === "running" || now === "stopping";
  const stale = state.book.chapters.reduce((sum, chapter) => sum + (chapter.stale || 0), 0);
  const known = state.book.chapters.every((chapter) => chapter.stale !== null);
  $("make").textContent = runs ? "Stop" : state.book.sound === "made" && !stale ? "Make the files" : "Record";
  $("make").disabled = now === "stopping";
  $("progress").hidden = !runs;
  $("progress").value = part;
  const time = left === null || left === undefined ? "" : `, ${clock(left)} left`;
  const lines = stale === 1 ? "1 line is not recorded as it stands" : `${stale} lines are not recorded as they stand`;
  const idle = !known ? "" : stale ? lines : "Everything is recorded as it stands";
  $("work").textContent = runs ? `${STAGES[stage] || "Working"} ${Math.round(part * 100)} %${time}` : now === "failed" ? told.at(-1) || "That failed." : idle;
  $("work").classList.toggle("trouble", now === "failed");
  $("listen").hidden = state.book.sound === "none";
  $("listen").href = `/made/${encodeURIComponent(name)}/index.html`;
}

let before = "";
on("work", () => {
  const now = state.work.state;
  if (before === "running" && now === "done") tell("The book is made.");
  before = now;
  showWork();
});
on("book", showWork);
$("make").addEventListener("click", toggleMaking);
