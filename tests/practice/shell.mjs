// The HTML documents the two sites send before their scripts run.

/** People and Pages who can act on the practice Facebook. Invented; ids have the real ones' length. */
export const FACEBOOK_ACTORS = {
  person: { id: "100001000000001", name: "Amy Lee", kind: "person" },
  page: { id: "61550000000002", name: "Hillside Family Practice", kind: "page" },
};

const LANGUAGES = ["en", "es", "fi"];

/** @param {string | null} asked */
export function languageOf(asked) {
  return LANGUAGES.includes(asked ?? "") ? /** @type {string} */ (asked) : "en";
}

/** @param {string} lang */
export function xDocument(lang) {
  return `<!DOCTYPE html>
<html dir="ltr" lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>X (practice)</title>
<link rel="stylesheet" href="/__practice/x.css">
</head>
<body>
<div id="react-root"></div>
<script defer src="/__practice/x.js"></script>
</body>
</html>`;
}

/**
 * @param {string} lang
 * @param {{ id: string, name: string, kind: string }} actor
 */
export function facebookDocument(lang, actor) {
  return `<!DOCTYPE html>
<html id="facebook" dir="ltr" lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Facebook (practice)</title>
<link rel="stylesheet" href="/__practice/facebook.css">
<script type="application/json" data-content-len="0" data-sjs>${currentUser(actor)}</script>
</head>
<body>
<div id="mount_0_0_practice"></div>
<script defer src="/__practice/facebook.js"></script>
</body>
</html>`;
}

// The server-to-script payload in which Facebook names who is acting.
function currentUser(actor) {
  const data = {
    ACCOUNT_ID: FACEBOOK_ACTORS.person.id,
    USER_ID: actor.id,
    NAME: actor.name,
    SHORT_NAME: actor.name.split(" ")[0],
    IS_BUSINESS_PERSON_ACCOUNT: false,
    HAS_SECONDARY_BUSINESS_PERSON: false,
    IS_MESSENGER_ONLY_USER: false,
    APP_ID: "2220391788200892",
  };
  return JSON.stringify({
    require: [["ServerJS", "handle", null, [{ define: [["CurrentUserInitialData", [], data, 270]] }]]],
  });
}
