// Sends what was posted to the practice server, as the real sites' network call would.
// There is deliberately no guard against a second press while a post is on its way, and boxes are cleared only
// after the server's answer: whoever replays a press twice posts twice, and a test can count it.

/**
 * @param {object} post see tests/practice/posted.mjs
 * @param {Event} event the event that made the site post
 */
export async function send(post, event) {
  const trigger = event.type.startsWith("key") ? "key" : "click";
  const response = await fetch("/__posted", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...post, trigger, trusted: event.isTrusted }),
  });
  if (!response.ok) throw new Error(`practice server answered ${response.status} to a post, expected 201`);
}
