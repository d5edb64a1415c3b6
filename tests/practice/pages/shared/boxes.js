// window.__practice: lets tests compare what an editor's own model holds with what others read from the DOM.
// The real sites keep that state too (in React and Lexical internals); only the name is ours.
import { useEffect } from "react";

const boxes = new Map();

window.__practice = {
  /** @returns {Record<string, string>} the editors' own text by box name */
  texts: () => Object.fromEntries([...boxes].map(([name, read]) => [name, read.current()])),
};

/**
 * @param {string} name
 * @param {{ current: () => string }} read a ref whose function gives the editor's text
 */
export function useBoxText(name, read) {
  useEffect(() => {
    boxes.set(name, read);
    return () => { if (boxes.get(name) === read) boxes.delete(name); };
  }, [name, read]);
}
