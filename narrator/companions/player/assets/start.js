// Opening the book where it was left, or at the place an address names: index.html#3:61.5

const PLACE = /^#(\d+)(?::([\d.]+))?$/;

function place() {
  const [, chapter, seconds] = PLACE.exec(location.hash) || [];
  const named = chapter && { chapter: Number(chapter) - 1, seconds: Number(seconds) || 0 };
  const kept = named || store.read(book.id + "/place", null);
  const there = kept && book.chapters[kept.chapter];
  return there ? { chapter: kept.chapter, seconds: Math.min(Number(kept.seconds) || 0, (second ? there.other : there).seconds) } : { chapter: 0, seconds: 0 };
}

function begin() {
  showLengths();
  $("text").lang = $("chapter-title").lang = $("kickers").lang = book.language;
  paintVoices(book.cast.length);
  bindSettings();
  applySettings();
  listChapters();
  listCast();
  listBookmarks();
  bindButtons();
  bindHeadset();
  const from = place();
  if (PLACE.test(location.hash)) leaveFront();
  else showFront(from);
  openKept(from.chapter, from.seconds);
}

addEventListener("hashchange", () => {
  const from = place();
  openKept(from.chapter, from.seconds, !sound.paused);
});
begin();
