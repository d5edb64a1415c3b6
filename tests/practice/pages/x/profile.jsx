// Profiles on X: editing one's own bio, following someone, and accepting followers of a protected account.
import { useRef, useState } from "react";
import { useBoxText } from "../shared/boxes.js";
import { send } from "../shared/send.js";
import { Avatar } from "./avatar.jsx";
import { words } from "./words.js";

const VISITOR = { id: "2001", handle: "jordan_ellis", name: "Jordan Ellis" };

export function Profile({ path, account }) {
  if (path === "/settings/profile" || path === `/${account.handle}`) return <EditProfile account={account} />;
  return <OtherProfile account={account} />;
}

function EditProfile({ account }) {
  const [bio, setBio] = useState("");
  const read = useRef(() => "");
  read.current = () => bio;
  useBoxText("description", read);
  const save = (event) => send({ site: "x", surface: "bio", texts: [bio], account: account.handle }, event.nativeEvent);
  return (
    <div role="dialog" aria-labelledby="profile-header">
      <h2 id="profile-header">{words.editProfile}</h2>
      <label>{words.bio}<textarea name="description" maxLength={160} value={bio} onChange={(event) => setBio(event.target.value)} /></label>
      <button type="button" role="button" data-testid="Profile_Save_Button" className="primary" onClick={save}>{words.save}</button>
    </div>
  );
}

function OtherProfile({ account }) {
  const [following, setFollowing] = useState(false);
  const follow = async (event) => {
    await send({ site: "x", surface: "follow_back", texts: [], account: account.handle, parent: VISITOR.handle }, event.nativeEvent);
    setFollowing(true);
  };
  return (
    <div>
      <Avatar handle={VISITOR.handle} name={VISITOR.name} />
      <div data-testid="UserName">{VISITOR.name} @{VISITOR.handle} <span data-testid="userFollowIndicator">{words.followsYou}</span></div>
      <button type="button" role="button" data-testid={`${VISITOR.id}-${following ? "unfollow" : "follow"}`}
        aria-label={`${following ? words.following : words.followBack} @${VISITOR.handle}`} onClick={follow}>
        {following ? words.following : words.followBack}
      </button>
    </div>
  );
}

export function FollowerRequests({ account }) {
  const [waiting, setWaiting] = useState(true);
  const answer = (surface) => async (event) => {
    await send({ site: "x", surface, texts: [], account: account.handle, parent: VISITOR.handle }, event.nativeEvent);
    setWaiting(false);
  };
  return (
    <section aria-label={words.requests}>
      <h2>{words.requests}</h2>
      {waiting && (
        <div data-testid="UserCell">
          <Avatar handle={VISITOR.handle} name={VISITOR.name} /> <a href={`/${VISITOR.handle}`}>@{VISITOR.handle}</a>
          <button type="button" role="button" aria-label={words.accept} onClick={answer("follow_accept")}>{words.accept}</button>
          <button type="button" role="button" aria-label={words.decline} onClick={answer("follow_decline")}>{words.decline}</button>
        </div>
      )}
    </section>
  );
}
