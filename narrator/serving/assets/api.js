// What the page asks of the server, and what it is told. The shapes are those of narrator/review/shapes.py.

/** What went wrong, in words that a person can use. */
export class Refused extends Error {}

async function answer(request) {
  let reply;
  try {
    reply = await request;
  } catch {
    throw new Refused("Narrator does not answer. Is `narrator review` still running?");
  }
  const told = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Refused(told.error || `It was refused (${reply.status}).`);
  return told;
}

export const ask = (path) => answer(fetch(path, { headers: { Accept: "application/json" } }));

export const post = (path, body = {}) =>
  answer(fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));

/** Hand over a file or a recording as it is. */
export const send = (path, data) =>
  answer(fetch(path, { method: "POST", headers: { "Content-Type": data.type || "application/octet-stream" }, body: data }));

export const bookPath = (book, rest = "") => `/api/books/${encodeURIComponent(book)}${rest && "/" + rest}`;

/** Be told of a book from now on. `again` is called whenever it is to be read again: at first, and, with true, after the page had been away. */
export function listen(book, { changes, work, again }) {
  const source = new EventSource(bookPath(book, "events"));
  let away = false;
  source.addEventListener("changes", (event) => changes?.(JSON.parse(event.data)));
  source.addEventListener("work", (event) => work?.(JSON.parse(event.data)));
  source.addEventListener("book", () => again?.(false));
  source.addEventListener("error", () => {
    away = true;
  });
  source.addEventListener("open", () => {
    again?.(away);
    away = false;
  });
  return source;
}
