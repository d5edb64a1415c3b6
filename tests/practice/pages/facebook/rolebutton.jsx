// Facebook's buttons are <div role="button">. They act on click, and on keydown of Enter or Space.
// ?press=pointerdown and ?press=keyup make them act at another moment, as some of the sites' buttons are said to.
const PRESS = new URLSearchParams(location.search).get("press") ?? "click";
const KEYS = ["Enter", " "];

/** @param {{ label?: string, disabled?: boolean, primary?: boolean, onPress: (event: Event) => void, children: any }} props */
export function RoleButton({ label, disabled = false, primary = false, onPress, children, ...rest }) {
  const act = (event) => { if (!disabled) onPress(event.nativeEvent); };
  const key = (event) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    act(event);
  };
  const handlers = {
    onClick: PRESS === "pointerdown" ? undefined : act,
    onPointerDown: PRESS === "pointerdown" ? act : undefined,
    [PRESS === "keyup" ? "onKeyUp" : "onKeyDown"]: key,
  };
  return (
    <div role="button" aria-label={label} aria-disabled={disabled || undefined} tabIndex={disabled ? -1 : 0}
      className={primary ? "button primary" : "button"} {...handlers} {...rest}>
      <span>{children}</span>
    </div>
  );
}
