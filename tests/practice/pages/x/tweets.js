// The practice timeline. Invented people and posts.
export const TWEETS = [
  {
    id: "9001",
    name: "Jordan Ellis",
    handle: "jordan_ellis",
    text: "Does anyone know a good way to keep a toddler still for an ear exam?",
    time: "2026-11-20T09:12:00.000Z",
  },
  {
    id: "9002",
    name: "Hillside Library",
    handle: "hillsidelibrary",
    text: "Story hour is back on Saturday at ten. Bring a cushion.",
    time: "2026-11-20T08:03:00.000Z",
  },
];
