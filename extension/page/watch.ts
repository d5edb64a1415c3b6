// What happens on the page, heard on the window in the capture phase, before
// the page's own handlers: focus (through shadow roots), typing into fields,
// scrolling, navigation, the back/forward cache, a changed look.
import { document } from "./document";
import { guarded } from "./guard";

export interface WatchEvents {
  focused(path: EventTarget[]): void;
  blurred(path: EventTarget[]): void;
  typed(path: EventTarget[]): void;
  /** Positions on screen may have changed; `changed` when one against the other, too. */
  moved(changed: boolean): void;
  /** The address, the account or the page's look may have changed. */
  turned(): void;
  /** The page may be left now, or it stays after all. */
  leaving(): void;
  /** The page came back from the back/forward cache; extension channels are closed then. */
  returned(): void;
  /** The page wrote its document anew (document.open): every listener on it and on the window went. */
  rewritten(): void;
}

type Handler = [target: EventTarget, type: string, hear: (event: Event) => void];

const OPTIONS = { capture: true, passive: true } as const;

/** Not in TypeScript's DOM library everywhere, nor in every browser. */
interface Hosts {
  navigation?: EventTarget;
  cookieStore?: EventTarget;
}

export class Watch {
  private handlers: Handler[] = [];
  private element: Element | null = null;
  /** Observers outlive what listeners do not. */
  private readonly observer = new MutationObserver(guarded(() => this.look(), undefined));

  constructor(private readonly events: WatchEvents) {}

  start(): void {
    if (this.handlers.length > 0) return;
    this.handlers = this.list();
    for (const [target, type, hear] of this.handlers) target.addEventListener(type, hear, OPTIONS);
    this.element = document.documentElement;
    this.observer.observe(document.self, { childList: true });
    // A box may have the focus already when the script is put into an open page.
    if (document.activeElement) this.events.focused(deepActive());
  }

  stop(): void {
    for (const [target, type, hear] of this.handlers) target.removeEventListener(type, hear, OPTIONS);
    this.handlers = [];
    this.observer.disconnect();
  }

  private look(): void {
    if (!document.documentElement || document.documentElement === this.element) return;
    this.element = document.documentElement;
    this.events.rewritten();
  }

  private list(): Handler[] {
    const { focused, blurred, typed, moved, turned, leaving, returned } = this.events;
    const hosts = window as unknown as Hosts;
    const list: Handler[] = [
      [window, "focusin", (e) => focused(e.composedPath())],
      [window, "focusout", (e) => blurred(e.composedPath())],
      [window, "input", (e) => typed(e.composedPath())],
      [window, "change", (e) => typed(e.composedPath())],
      [window, "scroll", () => moved(false)],
      [window, "scrollend", () => moved(true)],
      [window, "resize", () => moved(true)],
      [window, "transitionend", () => moved(true)],
      [window, "animationend", () => moved(true)],
      [window, "popstate", () => turned()],
      [document.self, "visibilitychange", () => turned()],
      [window, "beforeunload", (e) => (e.isTrusted ? leaving() : undefined)],
      [window, "pageshow", (e) => ((e as PageTransitionEvent).persisted ? returned() : undefined)],
      [matchMedia("(prefers-color-scheme: dark)"), "change", () => turned()],
    ];
    if (hosts.navigation) list.push([hosts.navigation, "navigatesuccess", () => turned()]);
    // A Page acting on Facebook is a cookie (platform facts §2.4).
    if (hosts.cookieStore) list.push([hosts.cookieStore, "change", () => turned()]);
    return list.map(([target, type, hear]) => [target, type, guarded(hear, undefined)]);
  }
}

/** The focused element and its ancestors, through open shadow roots. */
export function deepActive(): EventTarget[] {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const path: EventTarget[] = [];
  for (let at: Node | null = active; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) path.push(at);
  return path;
}
