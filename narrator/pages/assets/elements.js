// Elements of a page. Text of a book only ever becomes text nodes.

export const $ = (id) => document.getElementById(id);

/** An element with attributes and children; strings become text, never markup. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A sentence with its places in braces filled. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Say what was done, to eyes for a moment and to a screen reader, without moving anybody. */
let telling = 0;
export function tell(text) {
  $("said").textContent = text;
  $("said").classList.add("fresh");
  clearTimeout(telling);
  telling = setTimeout(() => $("said").classList.remove("fresh"), 2500);
}
