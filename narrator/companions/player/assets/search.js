// Words found in the text, chapter by chapter, in the order of the book.

const MOST_FOUND = 200;
const AROUND = 60;
const searched = new Map();
let search = 0;

const folded = (text) => text.normalize("NFC").toLowerCase();

/** The paragraphs of a chapter: their text, and the sentences in them by where they begin. */
async function paragraphsOf(number) {
  if (!searched.has(number)) searched.set(number, (await loadChapter(number)).rows.map(paragraphOf));
  const paragraphs = searched.get(number);
  let before = 0;
  return paragraphs.map((each) => {
    const first = before;
    before += each.begins.length;
    return { ...each, first };
  });
}

function paragraphOf(row) {
  const begins = [];
  let text = "";
  for (let n = 1; n < row.length; n++) {
    if (typeof row[n] === "number") continue;
    const spoken = typeof row[n + 1] === "number" && typeof row[n + 2] === "number";
    if (spoken) begins.push(text.length);
    text += row[n].replace(/[\ufdd0\ufdd1]/g, "").replace(/\s/g, " ");
    if (spoken) n += 2;
  }
  return { text, begins };
}

async function findAll(words) {
  const mine = ++search;
  const list = $("finds");
  list.replaceChildren();
  $("found").textContent = "";
  if (!words.trim()) return;
  const wanted = folded(words.trim());
  let count = 0;
  for (let number = 0; number < book.chapters.length; number++) {
    let paragraphs = [];
    try {
      paragraphs = await paragraphsOf(number);
    } catch (error) {
      showTrouble(error.message);
    }
    if (mine !== search) return;
    const rows = [];
    for (const paragraph of paragraphs) {
      for (let at = folded(paragraph.text).indexOf(wanted); at >= 0; at = folded(paragraph.text).indexOf(wanted, at + wanted.length)) {
        count += 1;
        if (count <= MOST_FOUND) rows.push(foundAt(number, paragraph, at, wanted.length));
      }
    }
    list.append(...rows);
    $("found").textContent = counted("found", count, count.toLocaleString());
    // The page stays quick while a long book is gone through.
    await new Promise((go) => setTimeout(go));
    if (mine !== search) return;
  }
}

function foundAt(number, { text, begins, first }, at, size) {
  const within = Math.max(0, begins.findLastIndex((begin) => begin <= at));
  const from = Math.max(0, at - AROUND);
  const button = make(
    "button",
    { type: "button" },
    make("bdi", {}, from ? "…" : "", text.slice(from, at), make("mark", {}, text.slice(at, at + size)), text.slice(at + size, at + size + AROUND)),
    make("span", { class: "quiet" }, make("bdi", {}, book.chapters[number].title)),
  );
  button.addEventListener("click", () => {
    showSide(false);
    leaveFront();
    open(number, 0, !sound.paused, begins.length ? first + within : Math.max(0, first - 1));
  });
  return make("li", {}, button);
}

let typing = 0;
$("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => findAll($("search").value), 200);
});

function startSearch() {
  if ($("side-open").offsetParent) showSide(true);
  choose($("tab-search"));
  $("search").focus();
}
