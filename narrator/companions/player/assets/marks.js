// Bookmarks, each with a note if one is written.

function bookmarks() {
  const kept = store.read(book.id + "/marks", []);
  return Array.isArray(kept) ? kept.filter((each) => book.chapters[each?.chapter]) : [];
}

const sameMark = (one, other) => one.chapter === other.chapter && one.seconds === other.seconds;

function keepBookmarks(marks) {
  store.write(book.id + "/marks", marks);
  listBookmarks();
}

function addBookmark() {
  const sentence = Math.max(0, sentenceAt(view.chapter, now()));
  const words = view.spans[sentence]?.textContent || "";
  const mark = { chapter: view.number, seconds: (second ? view.chapter.other : view.chapter).starts[sentence] || 0, text: words.slice(0, 120), note: "" };
  // Marked again, it keeps its note.
  const known = bookmarks().some((each) => sameMark(each, mark));
  if (!known) keepBookmarks([...bookmarks(), mark].sort((a, b) => a.chapter - b.chapter || a.seconds - b.seconds));
  tell(say.bookmarked);
}

function listBookmarks() {
  const marks = bookmarks();
  $("no-marks").hidden = marks.length > 0;
  $("marks").replaceChildren(
    ...marks.map((mark) => {
      const go = make(
        "button",
        { type: "button", class: "go" },
        make("bdi", { class: "quoted" }, mark.text || "…"),
        make("span", { class: "quiet" }, `${book.chapters[mark.chapter].title} · ${clock(mark.seconds)}`),
      );
      go.addEventListener("click", () => {
        showSide(false);
        openKept(mark.chapter, mark.seconds, true);
      });
      const drop = make("button", { type: "button", class: "plain", "aria-label": filled(say.removeMark, { text: mark.text.slice(0, 40) }) }, say.remove);
      drop.addEventListener("click", () => {
        keepBookmarks(bookmarks().filter((each) => !sameMark(each, mark)));
        $("mark-add").focus();
      });
      const note = make("textarea", { rows: 1, placeholder: say.noteHere, "aria-label": filled(say.note, { text: mark.text.slice(0, 40) }), dir: "auto" });
      note.value = mark.note || "";
      note.addEventListener("change", () => {
        store.write(book.id + "/marks", bookmarks().map((each) => (sameMark(each, mark) ? { ...each, note: note.value } : each)));
      });
      return make("li", {}, go, drop, note);
    }),
  );
}
