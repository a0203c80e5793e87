// A colour for everybody who speaks, evenly spread; their names say the same in words.

/** Give the classes v1, v2, ... their hues; v0 is the narrator, who has none. */
export function paintVoices(count) {
  try {
    const sheet = new CSSStyleSheet();
    const rules = Array.from({ length: count }, (_, n) => (n ? `.v${n}{--hue:${Math.round((25 + n * 137.508) % 360)}}` : ""));
    sheet.replaceSync(rules.join("\n"));
    document.adoptedStyleSheets = [sheet];
  } catch {
    // An older browser shows names without colours.
  }
}
