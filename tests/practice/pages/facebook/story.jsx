// One post with its comments. A recommendation of a Page is drawn as an ordinary post (README.md).
import { useState } from "react";
import { actor } from "./actor.js";
import { Comment, CommentForm } from "./comments.jsx";
import { words } from "./words.js";

/** @param {{ story: { id: string, author: string, headline?: string, text: string, comments: object[] }, surface?: string }} props */
export function Story({ story, surface = "comment" }) {
  const [own, setOwn] = useState([]);
  const name = surface === "comment" ? `comment-${story.id}` : `${surface}-${story.id}`;
  return (
    <div data-pagelet={`FeedUnit_${story.id}`}>
      <div role="article" aria-posinset={1} className="story">
        <h3 data-ad-rendering-role="profile_name"><strong>{story.author}</strong> {story.headline}</h3>
        <div data-ad-rendering-role="story_message"><div dir="auto">{story.text}</div></div>
        {story.comments.map((comment) => <Comment key={comment.id} {...comment} />)}
        {own.map((text, at) => <Comment key={`own${at}`} id={`${story.id}-own${at}`} author={actor.name} text={text} />)}
        <CommentForm name={name} surface={surface} label={words.commentAs(actor.name)} submit={words.comment} parent={story.text}
          onPosted={(text) => setOwn((all) => [...all, text])} />
      </div>
    </div>
  );
}
