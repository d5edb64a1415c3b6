// The practice Facebook: what React 17 renders into the mount element.
import { useEffect, useState } from "react";
import { render } from "react-dom";
import { Link, useRoute } from "../shared/router.jsx";
import { actor, onSwitch, otherActor, switchActor } from "./actor.js";
import { FriendProfile, FriendRequests } from "./friends.jsx";
import { ChatTab, MessengerWindow } from "./messenger.jsx";
import { PostDialog } from "./postdialog.jsx";
import { RoleButton } from "./rolebutton.jsx";
import { FEED, RECOMMENDATIONS } from "./stories.js";
import { Story, StoryDialog } from "./story.jsx";
import { words } from "./words.js";
import "./facebook.css";

const GROUP = { path: "/groups/314159265358979", name: "Hillside Parents" };
const PAGE_PATH = "/hillsidefamilypractice";
const onMessenger = location.host === "www.messenger.com";

function App() {
  const { path } = useRoute();
  const [, redraw] = useState(0);
  useEffect(() => onSwitch(() => redraw((times) => times + 1)), []);
  if (onMessenger || path.startsWith("/messages/t/")) return <MessengerWindow />;
  const opened = FEED.find(({ id }) => path === `/permalink.php/${id}`);
  return (
    <>
      <Banner />
      <Screen path={path} />
      {opened && <StoryDialog story={opened} />}
      <ChatTab />
    </>
  );
}

function Screen({ path }) {
  if (path.startsWith("/friends/requests")) return <FriendRequests />;
  if (path.startsWith("/profile/")) return <FriendProfile />;
  if (path === `${PAGE_PATH}/reviews`) return <div role="main">{RECOMMENDATIONS.map((story) => <Story key={story.id} story={story} surface="review" />)}</div>;
  if (path.startsWith(GROUP.path)) return <Wall key="group" surface="group" prompt={words.writeSomething} place={GROUP.name} />;
  const home = actor.isPage ? "page" : "post";
  return <Wall key="home" surface={home} prompt={words.mind(actor.shortName)} />;
}

/** A feed with the opener of the Create post dialog above it. */
function Wall({ surface, prompt, place }) {
  const [open, setOpen] = useState(false);
  const [stories, setStories] = useState(FEED);
  const posted = (text) => setStories((all) => [{ id: String(7200 + all.length), author: actor.name, text, comments: [] }, ...all]);
  return (
    <div role="main">
      {place && <h1><a href={GROUP.path}>{place}</a> <small>{words.privateGroup}</small></h1>}
      <div className="opener"><RoleButton onPress={() => setOpen(true)}>{prompt}</RoleButton></div>
      {stories.map((story) => <Story key={story.id} story={story} />)}
      {open && <PostDialog surface={surface} prompt={prompt} place={place} onClose={() => setOpen(false)} onPosted={posted} />}
    </div>
  );
}

function Banner() {
  const [open, setOpen] = useState(false);
  const choose = () => { setOpen(false); switchActor(); };
  return (
    <div role="banner" className="banner">
      <form role="search" onSubmit={(event) => event.preventDefault()}><input type="search" aria-label={words.search} placeholder={words.search} /></form>
      <nav>
        <Link to="/">{words.home}</Link> <Link to={GROUP.path}>{words.group}</Link> <Link to={`${PAGE_PATH}/reviews`}>{words.reviews}</Link>{" "}
        <Link to="/friends/requests">{words.friendRequests}</Link> <Link to="/messages/t/100002000000003">Messenger</Link>
      </nav>
      <RoleButton label={words.profile} aria-expanded={open} onPress={() => setOpen(!open)}>{actor.name}</RoleButton>
      {open && <div role="dialog" aria-label={words.profile} className="menu"><RoleButton label={words.switchTo(otherActor.name)} onPress={choose}>{otherActor.name}</RoleButton></div>}
    </div>
  );
}

const dark = matchMedia("(prefers-color-scheme: dark)");
// Facebook marks its theme with one of two classes on the document.
const paint = () => {
  document.documentElement.classList.toggle("__fb-dark-mode", dark.matches);
  document.documentElement.classList.toggle("__fb-light-mode", !dark.matches);
};
dark.addEventListener("change", paint);
paint();
render(<App />, document.querySelector('[id^="mount_0_0_"]'));
