// The bill of materials, CycloneDX 1.6: what ships is "required", what only built it is "excluded".
// No time and no random serial number, so that two builds have the same bytes.
import { dependencies } from "../dependencies.mjs";

const purl = ({ kind, name, version }) => `pkg:${kind}/${name.replace("@", "%40")}@${version}`;

function component(entry) {
  return {
    type: "library",
    "bom-ref": purl(entry),
    name: entry.name,
    version: entry.version,
    scope: entry.ships ? "required" : "excluded",
    ...(entry.licence ? { licenses: [{ expression: entry.licence.replace(/(?<=\w)\/(?=\w)/g, " OR ") }] } : {}),
    ...(entry.hash ? { hashes: [entry.hash] } : {}),
    purl: purl(entry),
  };
}

/** @param {{ version: string, compiler: string }} build */
export function bill({ version, compiler }) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": "primum", name: "primum", version, licenses: [{ expression: "MIT OR Apache-2.0" }] },
      properties: [{ name: "primum:compiler", value: compiler }],
    },
    components: dependencies().map(component),
  };
}
