// The update manifest that browsers ask for new versions of a self-hosted extension.

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {{ id: string, version: string, codebase: string }} release */
export function updateManifest({ id, version, codebase }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${escape(id)}">
    <updatecheck codebase="${escape(codebase)}" version="${escape(version)}"/>
  </app>
</gupdate>
`;
}
