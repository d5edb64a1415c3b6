// The practice X: what React 17 renders into #react-root.
import { useState } from "react";
import { render } from "react-dom";
import { useRoute, navigate } from "../shared/router.jsx";
import { ACCOUNTS } from "./accounts.js";
import { Composer } from "./composer.jsx";
import { ClassicMessages, NewChat } from "./messages.jsx";
import { ComposeModal } from "./modal.jsx";
import { FollowerRequests, Profile } from "./profile.jsx";
import { SideNav } from "./sidenav.jsx";
import { Tweet } from "./tweet.jsx";
import { TWEETS } from "./tweets.js";
import { words } from "./words.js";
import "draft-js/dist/Draft.css";
import "./x.css";

const COMPOSE_PATH = "/compose/post";
const FIRST_NEW_ID = 9100;

function App() {
  const route = useRoute();
  const [account, setAccount] = useState(ACCOUNTS[0]);
  const [tweets, setTweets] = useState(TWEETS);
  const [toast, setToast] = useState(null);
  const sent = (tweet) => {
    const id = String(FIRST_NEW_ID + tweets.length);
    setTweets((all) => [{ ...tweet, id, time: new Date().toISOString() }, ...all]);
    setToast(`/${tweet.handle}/status/${id}`);
  };
  const composing = route.path === COMPOSE_PATH;
  const behind = composing ? route.state?.from?.path ?? "/home" : route.path;
  return (
    <div className="app">
      <SideNav account={account} onSwitch={setAccount} />
      <main role="main">
        <div data-testid="primaryColumn" className="primaryColumn">
          <Screen path={behind} account={account} tweets={tweets} onSent={sent} />
        </div>
        <div data-testid="sidebarColumn"><Search /></div>
      </main>
      <div id="layers">
        {composing && <ComposeModal account={account} route={route} tweets={tweets} onSent={sent} />}
        {toast && <div data-testid="toast" role="alert"><span>{words.sent}</span> <a href={toast}>{words.view}</a></div>}
      </div>
    </div>
  );
}

function Screen({ path, account, tweets, onSent }) {
  const status = path.match(/^\/\w+\/status\/(\d+)/);
  if (status) return <Status tweet={tweets.find(({ id }) => id === status[1])} account={account} onSent={onSent} />;
  if (path.startsWith("/messages")) return <ClassicMessages account={account} />;
  if (path.startsWith("/i/chat")) return <NewChat account={account} />;
  if (path === "/follower_requests") return <FollowerRequests account={account} />;
  if (path === "/" || path === "/home") return <Home account={account} tweets={tweets} onSent={onSent} />;
  return <Profile path={path} account={account} />;
}

function Home({ account, tweets, onSent }) {
  return (
    <>
      <Composer account={account} mode="original" surface="home" isModal={false} onSent={onSent} />
      <section aria-label={words.timeline}>{tweets.map((tweet) => <Tweet key={tweet.id} tweet={tweet} />)}</section>
    </>
  );
}

function Status({ tweet, account, onSent }) {
  if (!tweet) return <p>—</p>;
  return (
    <>
      <Tweet tweet={tweet} />
      <div data-testid="inline_reply_offscreen">
        <div dir="ltr">{words.replyingTo} <a href={`/${tweet.handle}`}>@{tweet.handle}</a></div>
        <Composer account={account} mode="reply" surface="reply" isModal={false} parent={tweet} onSent={onSent} />
      </div>
    </>
  );
}

function Search() {
  const search = (event) => {
    event.preventDefault();
    navigate("/search");
  };
  return (
    <form role="search" onSubmit={search}>
      <input data-testid="SearchBox_Search_Input" type="text" role="combobox" aria-expanded="false" aria-label={words.search} placeholder={words.search} />
    </form>
  );
}

const dark = matchMedia("(prefers-color-scheme: dark)");
// X writes its own theme on the document; here it follows the system.
const paint = () => {
  document.documentElement.style.colorScheme = dark.matches ? "dark" : "light";
  document.body.style.backgroundColor = dark.matches ? "#000000" : "#ffffff";
};
dark.addEventListener("change", paint);
paint();
render(<App />, document.getElementById("react-root"));
