// The page script's own few words, for when the frame cannot say them.
import { words } from "./browser";

export const NOTICES = {
  posted_unchecked: () => words("notice_posted_unchecked", "Primum: not checked. The draft was posted without a check."),
  refused: () => words("notice_refused", "Primum: not checked, so not posted. Your organisation asks for a check first. Reload the page to try again."),
  lost: () => words("notice_lost", "Primum stopped working. Your draft was not posted; press Post again to post it unchecked."),
  press_again: () => words("notice_press_again", "Primum: press Post again to post."),
  not_watching: () => words("notice_not_watching", "Primum: not watching this page. Reload it to be checked again."),
  not_checked: () => words("notice_not_checked", "Primum: not checked"),
};
