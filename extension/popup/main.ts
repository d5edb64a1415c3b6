// The popup's entry.
import { openPage } from "../pages/open";
import { describeTab, insertInto } from "./tab";

// A text chosen in the popup goes into the draft, and the popup closes so that it can be seen.
window.addEventListener("primum-insert", (event) => void insertInto((event as CustomEvent<string>).detail));
void openPage("popup", describeTab());
