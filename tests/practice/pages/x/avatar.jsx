// An avatar whose test id carries the account's handle.
export function Avatar({ handle, name }) {
  return (
    <div data-testid={`UserAvatar-Container-${handle}`} className="avatar">
      <div aria-hidden="true">{name[0]}</div>
    </div>
  );
}
