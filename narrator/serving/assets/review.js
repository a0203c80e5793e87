// The page of a book under review.

import "./answers.js";
import { nextDoubt } from "./answers.js";
import "./directing.js";
import "./doings.js";
import { $, tell } from "./elements.js";
import { hearChapter, toggleAround } from "./hearing.js";
import "./keys.js";
import "./making.js";
import "./people.js";
import "./sayings.js";
import { follow, on, readBook, readSheet, state } from "./session.js";
import "./strip.js";
import { showChapter } from "./text.js";
import "./views.js";
import { paintVoices } from "./voices.js";

const COLOURS = 13;

on("book", () => {
  $("title").textContent = state.book.title;
  $("author").textContent = state.book.author;
  document.title = `${state.book.title} – review`;
});
on("epoch", () => showChapter(Math.min(state.chapter, state.book.chapters.length)));
$("hear").addEventListener("click", () => toggleAround(state.current));
$("hear-on").addEventListener("click", () => hearChapter(state.chapter, state.current));
$("next-doubt").addEventListener("click", nextDoubt);
// On a phone the panel covers the end of the text.
new ResizeObserver(([{ target }]) => document.documentElement.style.setProperty("--panel", `${target.offsetHeight}px`)).observe($("panel"));
new ResizeObserver(([{ target }]) => document.documentElement.style.setProperty("--head", `${target.offsetHeight}px`)).observe($("head"));

paintVoices(COLOURS);
try {
  // The first chapter is asked for at once: what it needs to be shown comes meanwhile.
  await Promise.all([readBook(), readSheet(1)]);
  await showChapter(1);
  follow();
} catch (error) {
  $("problem").textContent = error.message;
  $("problem").hidden = false;
  tell(error.message);
}
