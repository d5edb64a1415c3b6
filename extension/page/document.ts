// The page's document, read past the page: a named element (<img name="body">) hides the
// document's own property of that name, in every world. Found by trying: with an element
// named "documentElement" nothing of ours could be shown, and Post was not held.

type Method = (...given: unknown[]) => unknown;

const methods = new Map<PropertyKey, Method>();

function descriptorOf(name: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = Document.prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

function read(name: PropertyKey): unknown {
  const known = methods.get(name);
  if (known) return known;
  const found = descriptorOf(name);
  if (found?.get) return found.get.call(globalThis.document) as unknown;
  if (typeof found?.value !== "function") return Reflect.get(globalThis.document, name);
  const method = (found.value as Method).bind(globalThis.document);
  methods.set(name, method);
  return method;
}

/** Stands for `document`; to pass the node itself on, say `document.self`. */
export const document = new Proxy({} as Document & { self: Document }, {
  get: (_nothing, name) => (name === "self" ? globalThis.document : read(name)),
});
