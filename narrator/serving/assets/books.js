// The books of the workspace; a new story is dropped, looked at, made.

import { ask, listen, post, send } from "./api.js";
import { clock } from "./clock.js";
import { $, make } from "./elements.js";

const STAGES = { parsing: "Reading", asking: "Asking", recording: "Recording", measuring: "Measuring", encoding: "Making the files" };
let story = "";
let source = null;

function cardOf({ book, title, author, chapters, doubtful, sound }) {
  const place = encodeURIComponent(book);
  const told = [chapters === 1 ? "1 chapter" : `${chapters} chapters`, doubtful === 1 ? "1 doubtful line" : `${doubtful} doubtful lines`, { none: "not recorded", partly: "partly recorded", made: "made" }[sound]];
  const listenTo = make("a", { class: "framed", href: `/made/${place}/index.html`, "aria-label": `Listen to ${title}` }, "Listen");
  return make(
    "li",
    { class: "card" },
    make("h3", { dir: "auto" }, title || book),
    make("p", { class: "quiet", dir: "auto" }, author || ""),
    make("p", { class: "quiet" }, told.join(" · ")),
    make("p", { class: "hands" }, make("a", { class: "primary", href: `/book/${place}`, "aria-label": `Review ${title || book}` }, "Review"), ...(sound === "none" ? [] : [listenTo])),
  );
}

async function listBooks() {
  try {
    const books = await ask("/api/books");
    $("books").replaceChildren(...books.map(cardOf));
    $("no-books").hidden = books.length > 0;
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  $("state").textContent = "";
  $("problem").textContent = error.message;
  $("problem").hidden = false;
}

/** A story comes: bring it here, and show what it would come to. */
async function bring(file) {
  $("problem").hidden = $("plan").hidden = $("making").hidden = true;
  $("plan").hidden = true;
  $("state").textContent = `Reading ${file.name} …`;
  try {
    ({ story } = await send(`/api/stories?name=${encodeURIComponent(file.name)}`, file));
    showPlan(await ask(`/api/stories/${encodeURIComponent(story)}/plan`));
  } catch (error) {
    fail(error);
  }
}

function showPlan(plan) {
  $("state").textContent = "";
  $("plan").hidden = false;
  $("plan-title").textContent = plan.title;
  $("plan-author").textContent = plan.author;
  const people = Object.entries(plan.characters);
  const shown = people.slice(0, 8).map(([who, lines]) => `${who} (${lines})`);
  const facts = [
    ["Language", plan.language],
    ["Chapters", String(plan.chapters.length)],
    ["Who speaks", shown.join(", ") + (people.length > 8 ? ` and ${people.length - 8} more` : "")],
    ["Doubtful lines", String(plan.doubtful)],
    ["Length", `about ${clock(plan.sound_seconds)}`],
    ["Takes", `about ${clock(plan.work_seconds)}`],
  ];
  $("plan-facts").replaceChildren(...facts.flatMap(([what, told]) => [make("dt", {}, what), make("dd", { dir: "auto" }, told)]));
  $("make").disabled = false;
  $("make").focus();
}

async function begin() {
  $("make").disabled = true;
  try {
    const { book } = await post(`/api/stories/${encodeURIComponent(story)}/make`);
    $("plan").hidden = true;
    $("making").hidden = false;
    $("review").href = `/book/${encodeURIComponent(book)}`;
    $("state").textContent = "It begins …";
    source?.close();
    source = listen(book, { work: showWork });
  } catch (error) {
    $("make").disabled = false;
    fail(error);
  }
}

function showWork({ state, stage, part, seconds_left: left, told }) {
  $("progress").value = state === "done" ? 1 : part;
  if (state === "running") {
    const time = left === null || left === undefined ? "" : `, ${clock(left)} left`;
    $("state").textContent = `${STAGES[stage] || "Working"} ${Math.round(part * 100)} %${time}`;
  } else if (state === "failed") fail(new Error(told.at(-1) || "That failed."));
  else $("state").textContent = state === "done" ? "The book is made." : "Stopped.";
  if (state === "done" || state === "stopped") listBooks();
}

const drop = $("new");
for (const kind of ["dragenter", "dragover"]) {
  addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
addEventListener("dragleave", (event) => !event.relatedTarget && drop.classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const [file] = event.dataTransfer.files;
  if (file) bring(file);
});
$("story").addEventListener("change", () => {
  const [file] = $("story").files;
  if (file) bring(file);
  $("story").value = "";
});
$("make").addEventListener("click", begin);
listBooks();
