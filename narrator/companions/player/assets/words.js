// A chapter's text as elements. A long chapter is cut into parts, each made when its time comes.

const PART = 4000;

/** Cut the rows of a chapter into parts of about PART characters; a long paragraph is cut, too. */
function cut(chapter, from) {
  const parts = [];
  let part = null;
  let sentence = 0;
  chapter.rows.forEach((row, number) => {
    let speaker = 0;
    let block = null;
    for (let n = 1; n < row.length; n++) {
      if (typeof row[n] === "number") {
        speaker = row[n];
        continue;
      }
      const spoken = typeof row[n + 1] === "number" && typeof row[n + 2] === "number";
      if (number >= from) {
        if (!part || (part.size > PART && !block)) {
          parts.push((part = { blocks: [], size: 0, first: sentence, last: sentence, element: null, full: false }));
        }
        if (!block) part.blocks.push((block = { row, start: n, end: n, speaker, sentence, size: 0, goesOn: false }));
        block.size += row[n].length;
        part.size += row[n].length;
        block.end = n + (spoken ? 3 : 1);
      }
      if (spoken) {
        sentence += 1;
        n += 2;
      }
      if (part) part.last = sentence;
      if (block && block.size > PART) {
        block.goesOn = true;
        block = null;
      }
    }
  });
  return parts;
}

const TAGS = { h: "h3", b: "p", p: "p", v: "p", l: "p" };
const CLASSES = { b: "break", v: "verse", l: "letter", h: "heading", p: "" };

/** Text as nodes: what stands between the two marks of a chapter's script is set apart. */
function slanted(text) {
  if (!text.includes("\ufdd0")) return [text];
  return text.split(/\ufdd0([^\ufdd1]*)\ufdd1/).map((part, n) => (n % 2 ? make("em", {}, part) : part)).filter((part) => part);
}

/** Put the words of a block into an element; `spans` gets the element of each sentence. */
function fillBlock(element, block, spans) {
  const { row } = block;
  let { speaker, sentence } = block;
  let named = 0;
  const inline = [];
  for (let n = block.start; n < block.end; n++) {
    if (typeof row[n] === "number") {
      speaker = row[n];
      continue;
    }
    if (speaker && speaker !== named && row[0] !== "b") {
      const name = make("bdi", { class: `who v${speaker}` }, book.cast[speaker].name);
      name.append(make("span", { class: "for-ears" }, ": "));
      if (!inline.length) name.classList.add("first");
      inline.push(name);
      named = speaker;
    }
    if (typeof row[n + 1] === "number" && typeof row[n + 2] === "number") {
      const words = row[n].trimEnd();
      const span = make("span", { class: speaker ? `s v${speaker}` : "s" }, ...slanted(words));
      span.sentence = sentence;
      spans[sentence] = span;
      sentence += 1;
      inline.push(span, row[n].slice(words.length));
      n += 2;
    } else inline.push(...slanted(row[n]));
  }
  element.append(...inline);
}

function makeBlock(block, spans) {
  const kind = block.row[0];
  const element = make(TAGS[kind], { class: CLASSES[kind] || undefined, dir: "auto" });
  if (block.goesOn) element.classList.add("goes-on");
  fillBlock(element, block, spans);
  return element;
}
