// The cast: who speaks, how much, with which voice, and other voices to try.

import { $, make, tell } from "./elements.js";
import { hear } from "./hearing.js";
import { colourOf } from "./line.js";
import { act, on, read, state } from "./session.js";
import { sift } from "./sifting.js";

const GENDERS = ["female", "male", "neutral", "unknown"];
const AGES = ["child", "young", "adult", "old", "unknown"];
const KINDS = ["person", "giant", "robot", "ghost", "animal", "small-animal"];
let voices = null;
let tried = null;

async function allVoices() {
  voices ||= await read("voices").catch((error) => {
    tell(error.message);
    return null;
  });
  return voices || [];
}

function choice(label, values, chosen, change) {
  const select = make("select", {}, ...values.map((value) => make("option", { value, selected: value === chosen }, value)));
  select.addEventListener("change", () => change(select.value));
  return make("label", { class: "field" }, make("span", {}, label), select);
}

function number(label, value, least, most, step, change) {
  const field = make("input", { type: "number", min: least, max: most, step, value });
  field.addEventListener("change", () => {
    if (field.value !== "" && field.checkValidity()) {
      change(Number(field.value));
      return;
    }
    tell(`${label} is a number from ${least} to ${most}, in steps of ${step}; it stays ${value}.`);
    field.value = value;
  });
  return make("label", { class: "field" }, make("span", {}, label), field);
}

function button(text, run, kind = "framed", about = "") {
  const made = make("button", { type: "button", class: `${kind} small`, ...(about && { "aria-label": `${text}: ${about}` }) }, text);
  made.addEventListener("click", run);
  return made;
}

function cardOf(person) {
  const { name } = person;
  const share = Math.round(person.share * 1000) / 10;
  const card = make("article", { class: "card person-card", "data-words": [name, ...person.aliases, person.voice].join(" ") });
  card.append(
    make("h3", { class: `name ${colourOf(name)}` }, make("bdi", {}, name)),
    make("p", { class: "quiet" }, `${person.lines} lines · ${share} % · ${person.voice || "no voice yet"}`),
  );
  if (person.aliases.length) card.append(make("p", { class: "quiet" }, "also ", make("bdi", {}, person.aliases.join(", "))));
  if (person.like.length) card.append(make("p", { class: "trouble" }, `Sounds much like ${person.like.join(" and ")}, who talks with them.`));
  card.append(
    make(
      "p",
      { class: "hands" },
      button("Hear", () => hear({ person: name }), "primary", name),
      button("Other voices", () => openVoices(person), "framed", name),
    ),
    detailsOf(person),
  );
  return card;
}

function detailsOf(person) {
  const { name } = person;
  const voice = (change) => act({ do: "voice", name, ...change });
  const lock = make("input", { type: "checkbox", checked: person.locked });
  lock.addEventListener("change", () => voice({ locked: lock.checked }));
  const box = make("details", {}, make("summary", {}, "Change"));
  // Most are never opened, and there may be hundreds.
  box.addEventListener("toggle", () => {
    if (box.children.length > 1) return;
    box.append(
      make(
        "div",
        { class: "fields" },
        number("Pace", person.rate, 0.5, 2, 0.05, (rate) => voice({ rate })),
        number("Pitch", person.pitch, -12, 12, 0.5, (pitch) => voice({ pitch })),
        number("Level", person.gain, -20, 20, 1, (gain) => voice({ gain })),
        choice("Is", GENDERS, person.gender, (gender) => act({ do: "person", name, gender })),
        choice("Age", AGES, person.age, (age) => act({ do: "person", name, age })),
        choice("Kind", KINDS, person.kind, (kind) => act({ do: "person", name, kind })),
      ),
      make("label", { class: "check" }, lock, "Never choose another voice"),
      namesOf(person),
    );
  });
  return box;
}

/** Renaming, joining, parting, and giving everything to another. */
function namesOf({ name, aliases }) {
  const field = make("input", { type: "text", list: "everybody", "aria-label": `Another name for ${name}` });
  const wanted = (run) => () => field.value.trim() && run(field.value.trim());
  const row = make(
    "p",
    { class: "hands" },
    field,
    button("Rename", wanted((to) => act({ do: "rename", name, to }))),
    button("Is the same as", wanted((into) => act({ do: "join", name, into }))),
    button("Give all lines to", wanted((to) => act({ do: "assign-all", speaker: name, to }))),
    button("In this chapter only", wanted((to) => act({ do: "assign-all", speaker: name, to, chapter: state.chapter }))),
  );
  const parting = aliases.map((alias) => button(`${alias} is somebody else`, () => act({ do: "part", name, alias })));
  return make("div", {}, row, ...(parting.length ? [make("p", { class: "hands" }, ...parting)] : []));
}

/** Other voices, to be heard with the person's own lines. */
async function openVoices(person) {
  tried = null;
  $("voices-title").textContent = `A voice for ${person.name}`;
  $("voices").showModal();
  const known = await allVoices();
  const fits = (voice) => (voice.gender === person.gender) * 2 + (voice.age === person.age);
  const sorted = [...known].sort((a, b) => fits(b) - fits(a));
  $("voices-list").replaceChildren(...sorted.map((voice) => voiceRow(voice, person)));
}

function voiceRow(voice, person) {
  const facts = [voice.gender, voice.age, voice.kind, voice.language, voice.description].filter((each) => each && each !== "unknown" && each !== "person").join(" ");
  const take = async () => {
    $("voices").close();
    await act({ do: "voice", name: person.name, voice: voice.id });
  };
  return make(
    "li",
    { "data-words": `${voice.id} ${facts}` },
    make("p", {}, make("strong", {}, voice.id), make("span", { class: "quiet" }, ` ${facts}`)),
    make("p", { class: "hands" }, button("Hear", () => tryVoice(voice.id, person), "framed", voice.id), button("Take", take, "primary", voice.id)),
  );
}

/** Hear a voice; the one heard before can be heard against it. */
function tryVoice(id, person) {
  const before = tried?.id === id ? tried.before : tried?.id || person.voice;
  tried = { id, before };
  $("other").hidden = !before || before === id;
  $("other").textContent = `Against ${before}`;
  $("other").onclick = () => tryVoice(before, person);
  hear({ person: person.name, as: { voice: id } }, id);
}

function showPeople() {
  if ($("view-cast").hidden) return;
  const open = document.activeElement?.closest?.(".person-card")?.dataset.words;
  $("people").replaceChildren(...[...state.people.values()].map(cardOf));
  if (open) [...$("people").children].find((card) => card.dataset.words === open)?.querySelector("button")?.focus();
  $("sift-people").dispatchEvent(new Event("input"));
}

sift($("sift-people"), () => $("people").children);
sift($("sift-voices"), () => $("voices-list").children);
on("people", showPeople);
on("view", showPeople);
