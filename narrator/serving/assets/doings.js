// What was done to the book, the last first, and one step back or on.

import { $, make, tell } from "./elements.js";
import { doAgain, on, read, state, takeBack } from "./session.js";

export async function undo() {
  const what = state.book.history.undo;
  if (!what) tell("There is nothing to take back.");
  else if (await takeBack()) tell(`Taken back: ${what}`);
}

export async function redo() {
  const what = state.book.history.redo;
  if (!what) tell("There is nothing to do again.");
  else if (await doAgain()) tell(`Done again: ${what}`);
}

function showButtons() {
  const { undo: back, redo: on_ } = state.book.history;
  $("undo").disabled = !back;
  $("redo").disabled = !on_;
  $("undo").title = back ? `Undo: ${back}` : "Nothing to undo";
  $("redo").title = on_ ? `Redo: ${on_}` : "Nothing to redo";
}

async function showDoings() {
  showButtons();
  if ($("view-done").hidden) return;
  try {
    const { entries } = await read("history");
    $("doings").replaceChildren(
      ...entries.map((entry) =>
        make(
          "li",
          { class: entry.undone ? "undone" : undefined },
          make("bdi", {}, entry.what),
          entry.followed ? make("span", { class: "quiet" }, ` · ${entry.followed} followed`) : "",
          entry.undone ? make("span", { class: "quiet" }, " · taken back") : "",
        ),
      ),
    );
    $("no-doings").hidden = entries.length > 0;
  } catch (error) {
    tell(error.message);
  }
}

$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
on("changes", showDoings);
on("book", showDoings);
on("view", showDoings);
