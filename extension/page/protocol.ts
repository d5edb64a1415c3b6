// The messages between the page script and the Primum frame, and the parser
// that stands at the receiving edge: past it every message is well-typed, and
// what is unknown or ill-typed is dropped. Offsets are UTF-16 units of `text`, and
// past its end of its fields, each after an empty line.

export type Site = "x" | "facebook" | "other";
export type Surface = "post" | "reply" | "message" | "review_response" | "bio";
export type Audience = "public" | "friends" | "group" | "protected" | "only_me" | "unknown";
export type Media = "none" | "photo" | "video";
export type Severity = "note" | "caution" | "stop";
export type Verdict = "clear" | Severity | "not_checked";
export type Scheme = "light" | "dark";
export type Direction = "ltr" | "rtl";
export type View = "none" | "chip" | "notice" | "panel" | "pause";
export type Trigger = "click" | "key" | "submit";
export type Decision = "post" | "edit";
export type ActionKind =
  | "friend_accept" | "friend_add" | "follow_accept" | "follow_back" | "search" | "engage";

export interface Account {
  site: Site;
  id?: string;
  handle?: string;
  name?: string;
  kind: "person" | "page" | "unknown";
}

export interface Context {
  site: Site;
  surface: Surface;
  audience: Audience;
  media: Media;
  parent?: string;
  account: Account | null;
  fields?: DraftField[];
}

/** A text that is posted beside the draft's own. */
export interface DraftField {
  kind: "alt_text" | "poll_option" | "other";
  text: string;
}

export type PageMessage =
  | { t: "hello"; version: string; site: Site; host: string; url_kind: string; lang: string; scheme: Scheme; dir: Direction }
  | { t: "draft"; box: number; revision: number; text: string; context: Context }
  | { t: "box"; box: number; state: "watching" | "unreadable" | "unknown_layout" | "gone"; missing?: string; anchors?: string }
  | { t: "focused"; box: number }
  | { t: "press"; box: number; revision: number; press: number; trigger: Trigger }
  | { t: "fixed"; box: number; revision: number; ok: boolean; reason?: string }
  | { t: "place"; scheme: Scheme; dir: Direction }
  | { t: "open"; box: number }
  | { t: "escape" }
  | { t: "action"; action: ActionKind; press: number; account: Account | null };

export interface Mark {
  id: number | string;
  severity: Severity;
  utf16_start: number;
  utf16_end: number;
}

export interface Edit {
  utf16_start: number;
  utf16_end: number;
  replacement: string;
}

export type FrameMessage =
  | { t: "config"; anchors?: unknown; wait_ms: number; fail: "open" | "closed"; watch: boolean; actions: boolean; reminders: boolean }
  | { t: "answer"; box: number; revision: number; verdict: Verdict; marks: Mark[] }
  | { t: "view"; view: View; width: number; height: number }
  | { t: "decision"; press: number; decision: Decision }
  | { t: "fix"; box: number; revision: number; edits: Edit[] }
  | { t: "focus"; box: number }
  | { t: "insert"; box: number; text: string }
  | { t: "ended" };

type Fields = Record<string, unknown>;

const isCount = (v: unknown): v is number => Number.isInteger(v) && (v as number) >= 0;
const isText = (v: unknown): v is string => typeof v === "string";
const isOneOf = <T extends string>(v: unknown, of: readonly T[]): v is T => of.includes(v as T);

const SEVERITIES = ["note", "caution", "stop"] as const;
const VERDICTS = ["clear", "note", "caution", "stop", "not_checked"] as const;
const VIEWS = ["none", "chip", "notice", "panel", "pause"] as const;

/** A frame may not make Post wait longer than this, whatever it says. */
const MAX_WAIT_MS = 5000;
/** More marks than this on one draft would help nobody and cost layout time. */
const MAX_MARKS = 200;

function isSpan(v: Fields): boolean {
  return isCount(v["utf16_start"]) && isCount(v["utf16_end"]) && v["utf16_start"] <= v["utf16_end"];
}

function parseMark(value: unknown): Mark | null {
  const v = asFields(value);
  if (!v || !isSpan(v) || !isOneOf(v["severity"], SEVERITIES)) return null;
  const id = v["id"];
  if (!isCount(id) && !isText(id)) return null;
  return v as unknown as Mark;
}

function parseEdit(value: unknown): Edit | null {
  const v = asFields(value);
  return v && isSpan(v) && isText(v["replacement"]) ? (v as unknown as Edit) : null;
}

/** All items or nothing: half a list of edits would be another change than the one agreed to. */
function parseAll<T>(value: unknown, parse: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(parse);
  return items.includes(null) ? null : (items as T[]);
}

function asFields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function parseConfig(v: Fields): FrameMessage | null {
  const wait = v["wait_ms"];
  if (!isCount(wait) || !isOneOf(v["fail"], ["open", "closed"] as const)) return null;
  const { watch, actions, reminders } = v;
  if (typeof watch !== "boolean" || typeof actions !== "boolean" || typeof reminders !== "boolean") return null;
  return { t: "config", anchors: v["anchors"], wait_ms: Math.min(wait, MAX_WAIT_MS), fail: v["fail"], watch, actions, reminders };
}

function parseAnswer(v: Fields): FrameMessage | null {
  const marks = parseAll(v["marks"], parseMark);
  if (!isCount(v["box"]) || !isCount(v["revision"]) || !marks) return null;
  if (!isOneOf(v["verdict"], VERDICTS)) return null;
  return { t: "answer", box: v["box"], revision: v["revision"], verdict: v["verdict"], marks: marks.slice(0, MAX_MARKS) };
}

function parseFix(v: Fields): FrameMessage | null {
  const edits = parseAll(v["edits"], parseEdit);
  if (!isCount(v["box"]) || !isCount(v["revision"]) || !edits) return null;
  return { t: "fix", box: v["box"], revision: v["revision"], edits };
}

const isSize = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v) && v >= 0;

const PARSERS: Record<FrameMessage["t"], (v: Fields) => FrameMessage | null> = {
  config: parseConfig,
  answer: parseAnswer,
  fix: parseFix,
  view: (v) =>
    isOneOf(v["view"], VIEWS) && isSize(v["width"]) && isSize(v["height"])
      ? { t: "view", view: v["view"], width: v["width"], height: v["height"] } : null,
  decision: (v) =>
    isCount(v["press"]) && isOneOf(v["decision"], ["post", "edit"] as const)
      ? { t: "decision", press: v["press"], decision: v["decision"] } : null,
  focus: (v) => (isCount(v["box"]) ? { t: "focus", box: v["box"] } : null),
  insert: (v) =>
    isCount(v["box"]) && isText(v["text"]) ? { t: "insert", box: v["box"], text: v["text"] } : null,
  ended: () => ({ t: "ended" }),
};

/** Reads a message from the frame; null when it is not one of the contract's. */
export function parseFrameMessage(value: unknown): FrameMessage | null {
  const fields = asFields(value);
  const kind = fields?.["t"];
  if (!fields || !isText(kind) || !Object.hasOwn(PARSERS, kind)) return null;
  return PARSERS[kind as FrameMessage["t"]](fields);
}
