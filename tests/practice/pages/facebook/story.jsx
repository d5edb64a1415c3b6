// One post with its comments. A recommendation of a Page is drawn as an ordinary post (README.md).
import { useState } from "react";
import { Link, navigate } from "../shared/router.jsx";
import { actor } from "./actor.js";
import { Comment, CommentForm } from "./comments.jsx";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

/**
 * @param {{ story: { id: string, author: string, headline?: string, text: string, comments: object[] },
 *   surface?: string, within?: string }} props within: tells apart two boxes of the same post
 */
export function Story({ story, surface = "comment", within = "" }) {
  const [own, setOwn] = useState([]);
  const [liked, setLiked] = useState(false);
  const name = `${within}${surface}-${story.id}`;
  return (
    <div data-pagelet={`FeedUnit_${story.id}`}>
      <div role="article" aria-posinset={1} className="story">
        <h3 data-ad-rendering-role="profile_name"><strong>{story.author}</strong> {story.headline}</h3>
        <Link to={`/permalink.php/${story.id}`} className="time">2 h</Link>
        <div data-ad-rendering-role="story_message"><div dir="auto">{story.text}</div></div>
        <div className="reactions"><RoleButton label={words.like} aria-pressed={liked} onPress={() => setLiked(!liked)}>👍</RoleButton></div>
        {story.comments.map((comment) => <Comment key={comment.id} {...comment} id={within + comment.id} />)}
        {own.map((text, at) => <Comment key={`own${at}`} id={`${within}${story.id}-own${at}`} author={actor.name} text={text} />)}
        <CommentForm name={name} surface={surface} label={words.commentAs(actor.name)} submit={words.comment} parent={story.text}
          onPosted={(text) => setOwn((all) => [...all, text])} />
      </div>
    </div>
  );
}

/** A post opened from the feed: a dialog whose box is a comment, not a post. */
export function StoryDialog({ story }) {
  return (
    <div className="backdrop">
      <div role="dialog" aria-labelledby="story-dialog-title" className="dialog">
        <h2 id="story-dialog-title">{words.storyOf(story.author)}</h2>
        <RoleButton label={words.close} onPress={() => navigate("/")}>✕</RoleButton>
        <Story story={story} within="dialog-" />
      </div>
    </div>
  );
}
