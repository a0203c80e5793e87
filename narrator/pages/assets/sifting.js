// Long lists, of which a reader shows those with some words.

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether each of the `wanted` words begins a word of `text`; marks above letters count for nothing. */
export function holds(text, wanted) {
  const words = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  return plain(wanted).split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((word) => words.includes(` ${word}`));
}

/** Show those of `items` that hold what is written into `field`, and tell how many. */
export function sift(field, items, told = () => {}) {
  field.addEventListener("input", () => {
    let shown = 0;
    for (const item of items()) {
      item.hidden = !holds(item.dataset.words ?? item.textContent, field.value);
      shown += !item.hidden;
    }
    told(shown);
  });
}
