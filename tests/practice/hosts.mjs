// The real host names the practice server answers for, and which site each belongs to.
const X_HOSTS = ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"];
const FACEBOOK_HOSTS = ["www.facebook.com", "m.facebook.com", "web.facebook.com", "www.messenger.com"];

export const HOSTS = [...X_HOSTS, ...FACEBOOK_HOSTS];

/**
 * @param {string} host without port
 * @returns {"x" | "facebook" | null}
 */
export function siteOf(host) {
  if (X_HOSTS.includes(host)) return "x";
  if (FACEBOOK_HOSTS.includes(host)) return "facebook";
  return null;
}
