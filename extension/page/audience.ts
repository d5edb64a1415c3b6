// Who will see a Facebook post. The label may carry friends' names
// ("Friends except: …"), so it is classified here and goes no further.
import { afterLabel, isLabel, startsWithLabel, type Anchors } from "./anchors";
import type { Account, Audience } from "./protocol";

function classify(anchors: Anchors, label: string): Audience {
  const words = label.replace(/[.\s]+$/, "");
  if (isLabel(anchors, "public", words)) return "public";
  if (isLabel(anchors, "only_me", words)) return "only_me";
  return startsWithLabel(anchors, "friends", words) ? "friends" : "unknown";
}

/** Groups and Pages have no audience control: the address and the acting Page say it. */
export function audienceOnFacebook(anchors: Anchors, scope: Element | null, kind: Account["kind"] | undefined): Audience {
  for (const button of scope?.querySelectorAll(anchors.facebook.audience_button) ?? []) {
    const words = afterLabel(anchors, "privacy_prefix", button.getAttribute("aria-label") ?? "");
    if (words !== null) return classify(anchors, words);
  }
  if (location.pathname.startsWith("/groups/")) return "group";
  return kind === "page" ? "public" : "unknown";
}
