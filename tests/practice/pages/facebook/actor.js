// Who is acting, as Facebook's own scripts learn it: from the CurrentUserInitialData payload of the document.
const PERSON = { id: "100001000000001", name: "Amy Lee" };
const PAGE = { id: "61550000000002", name: "Hillside Family Practice" };

function currentUser() {
  for (const script of document.querySelectorAll("script[data-sjs]")) {
    const define = JSON.parse(script.textContent).require?.[0]?.[3]?.[0]?.define ?? [];
    const entry = define.find(([name]) => name === "CurrentUserInitialData");
    if (entry) return entry[2];
  }
  throw new Error("the document has no CurrentUserInitialData");
}

const user = currentUser();

export const actor = { id: user.USER_ID, name: user.NAME, shortName: user.SHORT_NAME, isPage: user.USER_ID !== user.ACCOUNT_ID };
export const otherActor = { ...(actor.isPage ? PERSON : PAGE) };

const SWITCHED = "practice:switched";

/** Calls back after a switch that loads no document; gives what stops it. */
export function onSwitch(update) {
  addEventListener(SWITCHED, update);
  return () => removeEventListener(SWITCHED, update);
}

/**
 * Facebook loads a new document when the acting profile changes. With `?switch=soft` it does not: the cookie and every
 * label change in place, while the document's CurrentUserInitialData stays that of before.
 */
export function switchActor() {
  const query = new URLSearchParams(location.search);
  if (query.get("switch") === "soft") return switchInPlace();
  query.set("as", actor.isPage ? "person" : "page");
  location.search = query.toString();
}

function switchInPlace() {
  const { id, name } = actor;
  Object.assign(actor, { ...otherActor, shortName: otherActor.name.split(" ")[0], isPage: !actor.isPage });
  Object.assign(otherActor, { id, name });
  document.cookie = actor.isPage ? `i_user=${actor.id}; path=/; secure` : "i_user=; path=/; secure; max-age=0";
  dispatchEvent(new Event(SWITCHED));
}
