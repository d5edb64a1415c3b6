// The background: hands out nonces, puts the script into open tabs, shows the
// status, passes the keyboard command on, copies a changed policy. It sees no
// draft and keeps no state that matters: the browser may stop it at any time.
import { showStatus } from "./badge";
import { openFirstRun } from "./firstrun";
import { injectIntoOpenTabs } from "./inject";
import { nonceFor } from "./nonce";
import { keepPolicy } from "./policy";

type Message = { t?: unknown; slot?: unknown; status?: unknown };

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  const { t, slot, status } = (message ?? {}) as Message;
  if (t === "nonce") answer({ nonce: nonceFor(slot, sender) });
  if (t === "status" && sender.tab?.id !== undefined) void showStatus(sender.tab.id, status);
  return false;
});

keepPolicy();

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void injectIntoOpenTabs();
  if (reason === "install") void openFirstRun();
});

chrome.commands?.onCommand.addListener((command, tab) => {
  if (command !== "open_panel" || tab?.id === undefined) return;
  chrome.tabs.sendMessage(tab.id, { t: "open_panel" }).catch(() => {
    // No page script in this tab: there is no draft to open the panel for.
  });
});
