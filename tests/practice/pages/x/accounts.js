// Two accounts between which the practice X switches without loading a document. Invented people.
export const ACCOUNTS = [
  { id: "1001", handle: "amylee_home", name: "Amy Lee", protected: false },
  { id: "1002", handle: "dr_amy_lee", name: "Dr Amy Lee", protected: true },
];
