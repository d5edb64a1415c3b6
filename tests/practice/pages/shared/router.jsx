// Single-page navigation as both sites do it: history.pushState, and popstate for back and forward.
import { useEffect, useState } from "react";

const NAVIGATED = "practice:navigated";

/**
 * @param {string} path
 * @param {object} [state] kept in history.state
 */
export function navigate(path, state = {}) {
  const from = { path: location.pathname, state: history.state };
  history.pushState({ ...state, from }, "", path + location.search);
  dispatchEvent(new Event(NAVIGATED));
}

/** @returns {{ path: string, state: any }} */
export function useRoute() {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const update = () => setRoute(read());
    addEventListener("popstate", update);
    addEventListener(NAVIGATED, update);
    return () => {
      removeEventListener("popstate", update);
      removeEventListener(NAVIGATED, update);
    };
  }, []);
  return route;
}

function read() {
  return { path: location.pathname, state: history.state };
}

/** An anchor that navigates without loading a document. */
export function Link({ to, state, children, ...rest }) {
  const follow = (event) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to, state);
  };
  return <a href={to} role="link" onClick={follow} {...rest}>{children}</a>;
}
