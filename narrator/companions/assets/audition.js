// Voices side by side: one is heard at a time, and two can be set against each other.

const say = JSON.parse($("words").textContent);
const cards = [...document.querySelectorAll("article")];
const pair = [];
let heard = null;

const soundOf = (card) => card.querySelector("audio");

function quiet() {
  if (heard) soundOf(heard).pause();
}

/** Hear a card from a part of its length on, and nothing else. */
function hear(card, from = 0) {
  quiet();
  heard = card;
  const sound = soundOf(card);
  const begin = () => {
    sound.currentTime = from * (sound.duration || 0);
    sound.play().catch(() => tell(say.noSound));
  };
  if (sound.readyState) begin();
  else {
    sound.addEventListener("loadedmetadata", begin, { once: true });
    sound.addEventListener("error", () => tell(say.noSound), { once: true });
    sound.load();
  }
}

const partOf = (sound) => (sound.duration ? sound.currentTime / sound.duration : 0);

function toggle(card) {
  const sound = soundOf(card);
  if (!sound.paused) sound.pause();
  else hear(card, partOf(sound) < 0.99 ? partOf(sound) : 0);
}

function handsOf(card) {
  const sound = soundOf(card);
  const name = card.dataset.name;
  const play = make("button", { type: "button", class: "primary", "aria-label": filled(say.hearName, { name }) }, say.hear);
  const far = make("span");
  play.addEventListener("click", () => toggle(card));
  for (const kind of ["play", "pause", "ended"]) {
    sound.addEventListener(kind, () => {
      card.classList.toggle("on", !sound.paused);
      play.textContent = sound.paused ? say.hear : say.pause;
      play.setAttribute("aria-label", filled(sound.paused ? say.hearName : say.pauseName, { name }));
      showPair();
    });
  }
  sound.addEventListener("timeupdate", () => {
    far.style.transform = `scaleX(${partOf(sound)})`;
  });
  const against = make("button", { type: "button", class: "framed against", "aria-pressed": "false", "aria-label": filled(say.compareName, { name }) }, say.compare);
  against.addEventListener("click", () => compare(card));
  const hands = make("div", { class: "hands" }, play, ...(card.closest("#list") ? [against] : []));
  card.querySelector(".said-there").before(hands, make("div", { class: "how-far", "aria-hidden": "true" }, far));
  const row = card.querySelector(".row");
  if (row) row.append(copyOf(row.textContent, name));
}

function copyOf(text, name) {
  const copy = make("button", { type: "button", class: "plain", "aria-label": filled(say.copyName, { name }) }, say.copy);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell(say.copied);
    } catch {
      // A browser that does not allow it: the row is marked, and the usual key copies it.
      getSelection().selectAllChildren(copy.parentElement.querySelector("code"));
      tell(say.copyYourself);
    }
  });
  return copy;
}

/** Put a card into the pair, or out of it; a third takes the place of the older. */
function compare(card) {
  if (pair.includes(card)) pair.splice(pair.indexOf(card), 1);
  else pair.push(card);
  if (pair.length > 2) pair.shift();
  for (const each of cards) each.querySelector(".against")?.setAttribute("aria-pressed", String(pair.includes(each)));
  showPair();
}

function showPair() {
  const box = $("duel");
  box.hidden = !pair.length;
  const at = [...box.children].indexOf(document.activeElement);
  box.replaceChildren(
    ...pair.map((card) => {
      const button = make("button", { type: "button", class: "framed", "aria-pressed": String(!soundOf(card).paused) }, make("bdi", {}, card.dataset.name));
      button.addEventListener("click", () => toggle(card));
      return button;
    }),
    pair.length < 2 ? make("span", { class: "quiet" }, say.another) : swapButton(),
    closeButton(),
  );
  if (at >= 0) box.children[Math.min(at, box.children.length - 1)].focus();
  document.documentElement.style.setProperty("--bar", `${box.offsetHeight}px`);
}

/** The other of the two, from the same place on. */
function swapButton() {
  const swap = make("button", { type: "button", class: "primary" }, say.swap);
  swap.addEventListener("click", () => {
    const from = pair.includes(heard) ? partOf(soundOf(heard)) : 0;
    hear(heard === pair[0] ? pair[1] : pair[0], from < 0.99 ? from : 0);
  });
  return swap;
}

function closeButton() {
  const close = make("button", { type: "button", class: "plain" }, say.close);
  close.addEventListener("click", () => {
    for (const card of [...pair]) compare(card);
    $("filter").focus();
  });
  return close;
}

cards.forEach(handsOf);
sift($("filter"), () => $("list").children, (count) => {
  $("shown").textContent = filled(say.shown, { count });
});
