// The popup's entry.
import { openPage } from "../pages/open";
import { describeTab } from "./tab";

void openPage("popup", describeTab());
