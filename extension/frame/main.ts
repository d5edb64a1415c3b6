// The frame's entry: the page script's port is awaited while the core loads.
// A core that does not load closes the port, so that the page shows "not checked" at once.
import { loadCore } from "./core";
import { takePort } from "./handover";

async function start(): Promise<void> {
  const port = takePort();
  try {
    await loadCore();
    (await port).start();
  } catch (error) {
    (await port).close();
    throw error;
  }
}

void start();
