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
export const otherActor = actor.isPage ? PERSON : PAGE;

/** Facebook loads a new document when the acting profile changes. */
export function switchActor() {
  const query = new URLSearchParams(location.search);
  query.set("as", actor.isPage ? "person" : "page");
  location.search = query.toString();
}
