// What the page remembers. A browser may refuse to; then it only forgets.

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

/** So many of something, in the page's language; `shown` is the number as it is written. */
function counted(what, number, shown = number) {
  const forms = book.words.count[what];
  return filled(forms[plurals.select(number)] ?? forms.other, { count: shown });
}

function inWords(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [[Math.floor(whole / 3600), "hours"], [Math.floor(whole / 60) % 60, "minutes"]];
  if (whole < 3600) parts.push([whole % 60, "seconds"]);
  const told = parts.filter(([n]) => n).map(([n, unit]) => counted(unit, n));
  return told.join(" ") || counted("seconds", 0);
}
