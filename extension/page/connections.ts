// Which control accepts or sends a connection request, which one reacts, which
// field searches. Facebook's labels are in the site's language, so a label is
// only the first way; the second is the place: in a list of requests or of
// suggestions the first control of a row says yes, in every language.
import { document } from "./document";
import { isLabel, labelOf, type Anchors } from "./anchors";
import type { ActionKind, Site } from "./protocol";

/** Rows are shallow; climbing further would find another row. */
const ROW_DEPTH = 8;
/** A row stands inside one of these; one that holds a whole of them is no row, whatever links are in it. */
const LANDMARK = "[role='banner'], [role='navigation'], [role='main'], [role='complementary'], header, nav, main";
const PRESSABLE = "button, [role='button']";

/** What pressing `control` would do about a connection; null for anything else. */
export function connectionAt(site: Site, anchors: Anchors, control: Element): ActionKind | null {
  if (site === "x") return onX(anchors, control);
  return site === "facebook" ? onFacebook(anchors, control) : null;
}

function onX(anchors: Anchors, control: Element): ActionKind | null {
  if (control.matches(anchors.x.follow_accept)) return "follow_accept";
  const inRequests = location.pathname.startsWith(anchors.x.follow_requests_url);
  if (!control.matches(anchors.x.follow_back)) {
    const row = inRequests ? rowOf(control, "a[href]") : null;
    return row?.closest(anchors.x.user_cell) && saysYes(row, control) ? "follow_accept" : null;
  }
  // Following is only following back where the other follows already.
  return inRequests || followsYou(anchors, control) ? "follow_back" : null;
}

function followsYou(anchors: Anchors, control: Element): boolean {
  const cell = control.closest(anchors.x.user_cell) ?? document.querySelector(anchors.x.profile_column);
  return cell?.querySelector(anchors.x.follows_you) != null;
}

function onFacebook(anchors: Anchors, control: Element): ActionKind | null {
  const label = labelOf(control);
  if (isLabel(anchors, "friend_add", label)) return "friend_add";
  // "Confirm" stands in many dialogs: only in a request's row does it accept.
  if (control.closest("[role='dialog']")) return null;
  const row = rowOf(control, anchors.facebook.friend_row);
  if (row) return saysYes(row, control) ? "friend_accept" : null;
  const path = location.pathname;
  if (path.startsWith(anchors.facebook.friends_url) && isLabel(anchors, "friend_accept", label)) return "friend_accept";
  if (!path.startsWith(anchors.facebook.suggestions_url)) return null;
  const suggestion = rowOf(control, "a[href]");
  return suggestion && saysYes(suggestion, control) ? "friend_add" : null;
}

/** The smallest element around the control that has the person's link and a second control: yes and no. */
function rowOf(control: Element, link: string): Element | null {
  let row = control.parentElement;
  for (let depth = 0; row && row !== document.body && depth < ROW_DEPTH; depth += 1) {
    if (row.matches(LANDMARK)) return null;
    if (row.querySelectorAll(PRESSABLE).length > 1) return row.querySelector(link) ? row : null;
    row = row.parentElement;
  }
  return null;
}

const saysYes = (row: Element, control: Element): boolean => row.querySelector(PRESSABLE) === control;

/** Whether `control` likes or shares something. */
export function reactsAt(site: Site, anchors: Anchors, control: Element): boolean {
  if (site === "x") return control.matches(anchors.x.reaction);
  return site === "facebook" && isLabel(anchors, "react", labelOf(control));
}

/** Whether Enter in `field` searches the site. */
export function searchesAt(site: Site, anchors: Anchors, field: Element): boolean {
  if (site === "x") return field.matches(anchors.x.search_field);
  return site === "facebook" && field.matches(anchors.facebook.search_field);
}
