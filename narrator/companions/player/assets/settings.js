// How the page looks and what its keys do, kept by the browser for all books.

function applySettings() {
  const root = document.documentElement;
  root.dataset.theme = settings.theme;
  root.style.setProperty("--size", settings.size / 100);
  document.body.classList.toggle("nameless", !settings.names);
  drawStrip();
}

function bindSettings() {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawStrip);
  for (const name of ["follow", "names", "shortcuts"]) {
    $(name).checked = settings[name];
    $(name).addEventListener("change", () => {
      keep(name, $(name).checked);
      applySettings();
    });
  }
  for (const name of ["theme", "size"]) {
    $(name).value = settings[name];
    $(name).addEventListener("input", () => {
      keep(name, name === "size" ? Number($(name).value) : $(name).value);
      applySettings();
    });
  }
  $("settings-open").addEventListener("click", () => $("settings").showModal());
  $("speed").append(...SPEEDS.map((speed) => make("option", { value: speed }, `${speed}×`)));
  if (!SPEEDS.includes(settings.speed)) settings.speed = 1;
  $("speed").value = String(settings.speed);
  $("speed").addEventListener("change", () => setSpeed(Number($("speed").value)));
  $("sleep").append(
    make("option", { value: "off" }, say.off),
    ...NAPS.map((minutes) => make("option", { value: minutes }, filled(say.minutes, { minutes }))),
    make("option", { value: "chapter" }, say.chapter),
  );
  $("sleep").addEventListener("change", () => setSleep($("sleep").value));
}
