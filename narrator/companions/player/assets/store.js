// What the page remembers. A browser may refuse to; then it only forgets.

const $ = (id) => document.getElementById(id);
const book = JSON.parse($("book").textContent);
const { say } = book.words;
const plurals = new Intl.PluralRules(book.words.language);

const store = {
  read(key, fallback) {
    try {
      const kept = localStorage.getItem("narrator/" + key);
      return kept === null ? fallback : JSON.parse(kept);
    } catch {
      return fallback;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem("narrator/" + key, JSON.stringify(value));
    } catch {
      // Private windows and full disks: listening goes on.
    }
  },
};

const settings = {
  speed: 1,
  theme: "auto",
  size: 100,
  follow: true,
  names: true,
  shortcuts: true,
  strip: innerWidth >= 900,
  ...store.read("settings", {}),
};

function keep(name, value) {
  settings[name] = value;
  store.write("settings", settings);
}

/** A sentence of the page's language with its places filled. */
function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** So many of something, in the page's language; `shown` is the number as it is written. */
function counted(what, number, shown = number) {
  const forms = book.words.count[what];
  return filled(forms[plurals.select(number)] ?? forms.other, { count: shown });
}

/** An element with attributes and children; strings become text, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

function inWords(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [[Math.floor(whole / 3600), "hours"], [Math.floor(whole / 60) % 60, "minutes"]];
  if (whole < 3600) parts.push([whole % 60, "seconds"]);
  const told = parts.filter(([n]) => n).map(([n, unit]) => counted(unit, n));
  return told.join(" ") || counted("seconds", 0);
}

/** Say what was done, to eyes for a moment and to a screen reader, without moving anybody. */
let telling = 0;
function tell(text) {
  $("said").textContent = text;
  $("said").classList.add("fresh");
  clearTimeout(telling);
  telling = setTimeout(() => $("said").classList.remove("fresh"), 2500);
}
