// Who is acting. Read anew at every draft, so that a switched account or Page
// is noticed without a reload. Ids stay in this page and the Primum frame.
import { document } from "./document";
import { afterLabel, type Anchors } from "./anchors";
import type { Account } from "./protocol";

const HANDLE = /@(\w{1,15})\b/;
const AVATAR_PREFIX = "UserAvatar-Container-";

function handleOfAvatar(avatar: Element | null | undefined): string | undefined {
  const handle = avatar?.getAttribute("data-testid")?.slice(AVATAR_PREFIX.length);
  return handle && /^\w{1,15}$/.test(handle) && handle !== "unknown" ? handle : undefined;
}

/** Avatars of other people (the post replied to, quotes, mentions) do not say who acts. */
function ownAvatar(anchors: Anchors, scope: Element): Element | undefined {
  return [...scope.querySelectorAll(anchors.x.avatar)].find((a) => !a.closest(anchors.x.quoted));
}

/** The words of an element without those of the avatars in it (initials). */
function wordsBeside(element: Element | null, avatar: string): string {
  if (!element) return "";
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = "";
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement?.closest(avatar)) words += text.textContent ?? "";
  }
  return words;
}

/** The avatar inside the composer says it best; the side navigation is the next best. */
export function accountOnX(anchors: Anchors, scope: Element): Account | null {
  const switcher = document.querySelector(anchors.x.account_switcher);
  const words = wordsBeside(switcher, anchors.x.avatar);
  const sideHandle = HANDLE.exec(words)?.[1]
    ?? handleOfAvatar(switcher?.querySelector(anchors.x.avatar))
    ?? document.querySelector(anchors.x.profile_link)?.getAttribute("href")?.replace(/^\//, "");
  const handle = handleOfAvatar(ownAvatar(anchors, scope)) ?? sideHandle;
  if (!handle) return null;
  const account: Account = { site: "x", handle, kind: "person" };
  const name = words.split("@")[0]?.trim();
  if (name && sideHandle === handle) account.name = name;
  return account;
}

export function isProtectedOnX(anchors: Anchors): boolean {
  return document.querySelector(anchors.x.account_switcher)?.querySelector(anchors.x.protected_icon) != null;
}

/** Asking for cookies waits for another process, and one reading of a box asks several times: kept until it is done. */
let jar: string | null = null;

function cookies(): string {
  if (jar === null) {
    jar = document.cookie;
    queueMicrotask(() => (jar = null));
  }
  return jar;
}

function cookie(name: string): string | undefined {
  const found = cookies().split("; ").find((c) => c.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || undefined;
}

interface CurrentUser {
  id: string;
  name: string | undefined;
  business: boolean;
}

/** Facebook's scripts are megabytes: they are searched again only when their number changed. */
let searched: { scripts: number; user: CurrentUser | null } | null = null;

/**
 * The page's own "CurrentUserInitialData". Found by text, not by walking the
 * JSON: the scripts are large and nest it at changing depths.
 */
function currentUser(anchors: Anchors): CurrentUser | null {
  const scripts = [...document.querySelectorAll(anchors.facebook.current_user)];
  if (searched?.scripts === scripts.length) return searched.user;
  let user: CurrentUser | null = null;
  for (const script of scripts) user ??= userIn(script.textContent ?? "");
  searched = { scripts: scripts.length, user };
  return user;
}

/** The record is a few hundred characters long; this is enough to hold it. */
const RECORD_CHARS = 2000;

function userIn(json: string): CurrentUser | null {
  const start = json.indexOf("CurrentUserInitialData");
  if (start < 0) return null;
  const record = json.slice(start, start + RECORD_CHARS);
  const id = /"USER_ID"\s*:\s*"(\d+)"/.exec(record)?.[1];
  if (!id) return null;
  const quoted = /"NAME"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(record)?.[1];
  const business = /"IS_BUSINESS_PERSON_ACCOUNT"\s*:\s*true/.test(record);
  return { id, name: quoted === undefined ? undefined : unquote(quoted), business };
}

function unquote(json: string): string | undefined {
  try {
    return String(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * `i_user` is set while a Page (or further profile) acts, `c_user` is the
 * person (platform facts §2.4). The label "Comment as NAME" names who acts.
 */
export function accountOnFacebook(anchors: Anchors, label: string): Account | null {
  const acting = cookie("i_user");
  const id = acting ?? cookie("c_user");
  const user = currentUser(anchors);
  const as = afterLabel(anchors, "comment_as", label);
  const known = id ?? user?.id;
  const name = as?.replace(/[.…]+$/, "") || (user && user.id === known ? user.name : undefined);
  if (!known && !name) return null;
  const isPage = acting !== undefined && acting !== cookie("c_user");
  const account: Account = { site: "facebook", kind: isPage ? "page" : known ? "person" : "unknown" };
  if (known) account.id = known;
  if (name) account.name = name;
  return account;
}
