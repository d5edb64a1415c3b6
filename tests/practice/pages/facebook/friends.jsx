// Friend requests to confirm or delete, and the Add friend button of a profile.
import { useState } from "react";
import { send } from "../shared/send.js";
import { actor } from "./actor.js";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

const REQUESTS = [{ id: "100002000000003", name: "Jordan Ellis" }, { id: "100002000000004", name: "Pat Doe" }];

const record = (surface, name, event) => send({ site: "facebook", surface, texts: [], account: actor.id, parent: name }, event);

export function FriendRequests() {
  const [waiting, setWaiting] = useState(REQUESTS);
  const answer = (surface, person) => async (event) => {
    await record(surface, person.name, event);
    setWaiting((all) => all.filter(({ id }) => id !== person.id));
  };
  return (
    <div role="main">
      <h1>{words.friendRequests}</h1>
      {waiting.map((person) => (
        <div key={person.id} className="request">
          <a href={`/friends/requests/?profile_id=${person.id}`}><span>{person.name}</span></a>
          <RoleButton label={words.confirm} primary onPress={answer("friend_confirm", person)}>{words.confirm}</RoleButton>
          <RoleButton label={words.remove} onPress={answer("friend_delete", person)}>{words.remove}</RoleButton>
        </div>
      ))}
    </div>
  );
}

export function FriendProfile() {
  const [asked, setAsked] = useState(false);
  const label = asked ? words.cancelRequest : words.addFriend;
  const press = async (event) => {
    await record(asked ? "friend_cancel" : "friend_add", "Jordan Ellis", event);
    setAsked(!asked);
  };
  return <div role="main"><h1>Jordan Ellis</h1><RoleButton label={label} primary onPress={press}>{label}</RoleButton></div>;
}
