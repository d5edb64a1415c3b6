// The practice page's entry.
import { openPage } from "../pages/open";

void openPage("practice");
