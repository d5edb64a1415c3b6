// The frame's side of the handover: one port, once, from the page script that
// knows the slot's nonce. The listener is set before anything else is loaded,
// because the page script sends the port as soon as the document is there.

interface Offer {
  nonce: unknown;
  port: MessagePort;
}

function offerOf(event: MessageEvent): Offer | null {
  const [port] = event.ports;
  const nonce = (event.data as { primum?: unknown } | null)?.primum;
  return event.source === window.parent && port ? { nonce, port } : null;
}

async function expectedNonce(): Promise<unknown> {
  const slot = location.hash.slice(1);
  const answer: unknown = await chrome.runtime.sendMessage({ t: "nonce", slot });
  return (answer as { nonce?: unknown } | null)?.nonce;
}

/** Resolves with the page script's port; whatever else the window is sent is ignored, then and later. */
export async function takePort(): Promise<MessagePort> {
  const offers: Offer[] = [];
  let wake = (): void => undefined;
  const listen = (event: MessageEvent): void => {
    const offer = offerOf(event);
    if (offer) offers.push(offer);
    wake();
  };
  window.addEventListener("message", listen);
  const nonce = await expectedNonce();
  if (typeof nonce !== "string") throw new Error("handover: the background gave no nonce for this frame");
  for (;;) {
    const offer = offers.shift();
    if (offer?.nonce === nonce) {
      window.removeEventListener("message", listen);
      return offer.port;
    }
    if (!offer) await new Promise<void>((resolve) => (wake = resolve));
  }
}
