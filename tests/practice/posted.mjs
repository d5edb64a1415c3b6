// What the practice sites' servers received. A test reads it to count that each draft was posted exactly once.

/**
 * @typedef {object} Post
 * @property {"x" | "facebook"} site
 * @property {string} surface which compose box: "home", "modal", "comment", …
 * @property {string[]} texts one entry per box (a thread has several)
 * @property {string} account handle or id the site posted as
 * @property {string} [audience]
 * @property {string[]} [media] "photo" or "video" each
 * @property {string[]} [fields] texts posted beside the draft: alternative texts, poll choices
 * @property {string} [parent] text replied to
 * @property {"click" | "key"} trigger
 * @property {boolean} trusted whether the browser, not a script, made the event
 */

export class Posted {
  /** @type {Post[]} */
  #posts = [];

  /** @param {Post} post */
  add(post) {
    this.#posts.push(post);
    return this.#posts.length;
  }

  /** @returns {Post[]} */
  all() {
    return structuredClone(this.#posts);
  }

  reset() {
    this.#posts = [];
  }
}
