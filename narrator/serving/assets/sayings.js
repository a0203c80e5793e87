// How words are said: for this book, or for all.

import { $, make, tell } from "./elements.js";
import { hear } from "./hearing.js";
import { act, on, read, rowOf, state } from "./session.js";

/** The word that is marked in the text, or none. */
const markedWord = () => String(getSelection()).trim().slice(0, 200);

export function openSaying(word = markedWord()) {
  $("word").value = word;
  const row = rowOf(state.current);
  const words = new Set(row?.text?.match(/[\p{L}][\p{L}\p{M}'’-]*/gu) || []);
  $("words-here").replaceChildren(...[...words].map((each) => make("option", { value: each })));
  (word ? $("say") : $("word")).focus();
}

const given = () => ({ word: $("word").value.trim(), say: $("say").value.trim(), ipa: $("ipa").value.trim() });

function hearWord() {
  const { word, say, ipa } = given();
  if (!word) return tell("Write the word first.");
  const speaker = rowOf(state.current)?.speaker || "Narrator";
  return hear({ text: word, name: speaker, as: { word, say, ipa } }, word);
}

async function teach(event) {
  event.preventDefault();
  const done = await act({ do: "say", ...given(), everywhere: $("everywhere").checked });
  if (!done) return;
  tell(`${$("word").value} is said so from now on.`);
  for (const id of ["word", "say", "ipa"]) $(id).value = "";
  $("word").focus();
  showSayings();
}

async function showSayings() {
  if ($("view-words").hidden) return;
  try {
    const known = await read("sayings");
    $("sayings").replaceChildren(...known.map(sayingRow));
    $("no-sayings").hidden = known.length > 0;
  } catch (error) {
    tell(error.message);
  }
}

function sayingRow({ word, say, ipa, everywhere }) {
  const hearIt = make("button", { type: "button", class: "framed small", "aria-label": `Hear ${word}` }, "Hear");
  hearIt.addEventListener("click", () => hear({ text: word, name: "Narrator", as: { word, say, ipa } }, word));
  const forget = make("button", { type: "button", class: "plain", "aria-label": `Forget ${word}` }, "Forget");
  forget.addEventListener("click", async () => {
    await act({ do: "say", word, everywhere });
    showSayings();
  });
  return make(
    "li",
    {},
    make("p", {}, make("strong", {}, make("bdi", {}, word)), ` ${say || `/${ipa}/`} `, make("span", { class: "quiet" }, everywhere ? "in all books" : "")),
    make("p", { class: "hands" }, hearIt, forget),
  );
}

$("hear-word").addEventListener("click", hearWord);
$("saying-form").addEventListener("submit", teach);
on("view", showSayings);
on("people", showSayings);
