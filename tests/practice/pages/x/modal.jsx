// The composer in a modal at /compose/post: a new post, a thread, a reply from the timeline, or a quote.
import { useState } from "react";
import { navigate } from "../shared/router.jsx";
import { Composer } from "./composer.jsx";
import { Tweet } from "./tweet.jsx";
import { words } from "./words.js";

const leave = () => (history.length > 1 ? history.back() : navigate("/home"));

export function ComposeModal({ account, route, tweets, onSent }) {
  const [asking, setAsking] = useState(false);
  const reply = tweets.find((tweet) => tweet.id === route.state?.reply);
  const quote = tweets.find((tweet) => tweet.id === route.state?.quote);
  const mode = reply ? "reply" : quote ? "quote" : "original";
  const surface = { reply: "reply_modal", quote: "quote", original: "modal" }[mode];
  const sent = (tweet) => { leave(); onSent(tweet); };
  return (
    <div className="backdrop">
      <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="modal">
        <h2 id="modal-header" className="hidden">{words.post}</h2>
        <button type="button" role="button" data-testid="app-bar-close" aria-label={words.close} onClick={leave}>✕</button>
        {reply && <Tweet tweet={reply} />}
        {reply && <div dir="ltr">{words.replyingTo} <a href={`/${reply.handle}`}>@{reply.handle}</a></div>}
        <Composer account={account} mode={mode} surface={surface} isModal parent={reply ?? quote} onSent={sent}
          onDismiss={(unsaved) => (unsaved ? setAsking(true) : leave())} />
        {quote && <div data-testid="quoteTweet" role="link" tabIndex={0}><div data-testid="User-Name">{quote.name} @{quote.handle}</div><div data-testid="tweetText"><span>{quote.text}</span></div></div>}
      </div>
      {asking && <DiscardSheet onCancel={() => setAsking(false)} />}
    </div>
  );
}

function DiscardSheet({ onCancel }) {
  return (
    <div data-testid="confirmationSheetDialog" role="alertdialog" className="sheet">
      <h1>{words.unsent}</h1>
      <button type="button" role="button" data-testid="confirmationSheetConfirm" onClick={onCancel}>{words.save}</button>
      <button type="button" role="button" data-testid="confirmationSheetCancel" onClick={leave}>{words.discard}</button>
    </div>
  );
}
