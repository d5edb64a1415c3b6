// X's left rail: links, the button for a new post, and the switch between accounts that loads no document.
import { useState } from "react";
import { Link } from "../shared/router.jsx";
import { ACCOUNTS } from "./accounts.js";
import { Avatar } from "./avatar.jsx";
import { words } from "./words.js";

export function SideNav({ account, onSwitch }) {
  return (
    <header role="banner" className="rail">
      <nav role="navigation">
        <Link to="/home" data-testid="AppTabBar_Home_Link">{words.home}</Link>
        <Link to="/messages/42-1001" data-testid="AppTabBar_DirectMessage_Link">{words.messages}</Link>
        <Link to="/i/chat/42-1001">{words.chat}</Link>
        <Link to={`/${account.handle}`} data-testid="AppTabBar_Profile_Link">{words.profile}</Link>
        <Link to="/compose/post" data-testid="SideNav_NewTweet_Button" className="primary">{words.post}</Link>
      </nav>
      <AccountSwitcher account={account} onSwitch={onSwitch} />
    </header>
  );
}

function AccountSwitcher({ account, onSwitch }) {
  const [open, setOpen] = useState(false);
  const pick = (next) => { setOpen(false); onSwitch(next); };
  return (
    <div>
      {open && (
        <div role="menu" className="menu">
          {ACCOUNTS.filter((other) => other.id !== account.id).map((other) => (
            <button key={other.id} type="button" role="button" data-testid="UserCell" aria-label={`${words.switchTo} @${other.handle}`} onClick={() => pick(other)}>
              <Avatar handle={other.handle} name={other.name} /> {other.name} @{other.handle}
            </button>
          ))}
        </div>
      )}
      <button type="button" role="button" data-testid="SideNav_AccountSwitcher_Button" aria-label={words.accountMenu} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Avatar handle={account.handle} name={account.name} />
        <div dir="ltr"><span>{account.name}</span>{account.protected && <Lock />}</div>
        <div dir="ltr"><span>@{account.handle}</span></div>
      </button>
    </div>
  );
}

export function Lock() {
  return (
    <svg viewBox="0 0 24 24" width="16" height="16" role="img" aria-label={words.protectedAccount} data-testid="icon-lock">
      <path d="M6 10V7a6 6 0 0 1 12 0v3h1v11H5V10h1zm2 0h8V7a4 4 0 0 0-8 0v3z" />
    </svg>
  );
}
