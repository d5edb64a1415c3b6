// The options page's entry; the first run is a section of it.
import { openPage } from "../pages/open";

void openPage("options");
