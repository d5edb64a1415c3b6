// The frame's entry: the page script's port is awaited while the core loads.
// A core that does not load closes the port, so that the page shows "not checked" at once.
import { loadCore } from "./core";
import { takePort } from "./handover";
import { Watchdog } from "./watchdog";

async function start(): Promise<void> {
  const awaited = takePort();
  try {
    const core = await loadCore();
    const port = await awaited;
    const watchdog = new Watchdog(port);
    await new Promise<void>((ready) => core.start((message: unknown) => port.postMessage(message), ready));
    port.onmessage = ({ data }) => watchdog.guard(data, () => core.hear(data));
  } catch (error) {
    (await awaited).close();
    throw error;
  }
}

void start();
