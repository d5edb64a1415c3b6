// The practice feed and recommendations. Invented people and texts.
import { words } from "./words.js";

export const FEED = [
  {
    id: "7001",
    author: "Jordan Ellis",
    text: "Can anyone recommend a gentle family doctor near Hillside?",
    comments: [{ id: "8001", author: "Pat Doe", text: "We have been happy with the practice by the library." }],
  },
];

export const RECOMMENDATIONS = [
  { id: "7101", author: "Pat Doe", headline: `${words.recommends} Hillside Family Practice.`, text: "Kind staff, short wait.", comments: [] },
  { id: "7102", author: "Sam Rivera", headline: `${words.notRecommends} Hillside Family Practice.`, text: "Waited an hour and nobody listened.", comments: [] },
];
