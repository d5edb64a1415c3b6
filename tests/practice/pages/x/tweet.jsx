// One post in a timeline: the article others reply to, quote or like.
import { useState } from "react";
import { Link, navigate } from "../shared/router.jsx";
import { Avatar } from "./avatar.jsx";
import { words } from "./words.js";

export function Tweet({ tweet }) {
  const [liked, setLiked] = useState(false);
  const link = `/${tweet.handle}/status/${tweet.id}`;
  return (
    <div data-testid="cellInnerDiv">
      <article data-testid="tweet" role="article" tabIndex={0} className="tweet">
        <Avatar handle={tweet.handle} name={tweet.name} />
        <div className="tweetBody">
          <div data-testid="User-Name">
            <div><Link to={`/${tweet.handle}`}>{tweet.name}</Link></div>
            <div>
              <Link to={`/${tweet.handle}`}>@{tweet.handle}</Link> · <Link to={link}><time dateTime={tweet.time}>{tweet.time?.slice(0, 10)}</time></Link>
            </div>
          </div>
          <div data-testid="tweetText" dir="auto" lang="en"><span>{tweet.text}</span></div>
          <div role="group" className="actions">
            <button type="button" role="button" data-testid="reply" aria-label={words.reply}
              onClick={() => navigate("/compose/post", { reply: tweet.id })}>💬</button>
            <button type="button" role="button" data-testid="retweet" aria-label={words.repost}
              onClick={() => navigate("/compose/post", { quote: tweet.id })}>🔁 {words.quote}</button>
            <button type="button" role="button" data-testid="like" aria-label={words.like} aria-pressed={liked} onClick={() => setLiked(!liked)}>♥</button>
          </div>
        </div>
      </article>
    </div>
  );
}
