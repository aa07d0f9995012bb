// Read the files of a folder with mermaid, bpmn-moddle and bpmnlint, and compare with what must be found.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { BpmnModdle } from "bpmn-moddle";
import { JSDOM } from "jsdom";

const require = createRequire(import.meta.url);
const Linter = require("bpmnlint/lib/linter");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver");

const { window } = new JSDOM("<body></body>");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
await mermaid.parse("stateDiagram-v2\n  a --> b"); // what makes it know its diagrams

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), "utf8");
const letters = (label) => (label ?? "").normalize().replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();

// Every state and step is there, with the letters of its label; stages may stand before.
async function readMermaid(name) {
  const expected = JSON.parse(text(`${name}.json`));
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text(`${name}.mmd`));
  const states = db.getStates();
  for (const [id, label] of Object.entries(expected.states)) {
    const found = letters(states.get(id)?.descriptions?.[0]);
    const wanted = letters(label);
    assert.ok(found.endsWith(wanted), `${id}: ${found} is not ${wanted}`);
  }
  const ends = new Set([...states.keys()].filter((id) => !(id in expected.states)));
  assert.deepEqual(new Set(["root_start", "root_end"]), ends);
  const steps = db.getRelations().filter(({ id1, id2 }) => !ends.has(id1) && !ends.has(id2));
  assert.deepEqual(
    steps.map((x) => [x.id1, x.id2, letters(x.relationTitle)]),
    expected.steps.map(([source, target, label]) => [source, target, letters(label)]),
  );
  assert.equal([...states.values()].some((state) => state.note), expected.notes);
}

// The model is read without a warning, and no rule of the linter finds an error.
async function readBpmn(name) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(text(`${name}.bpmn`));
  assert.deepEqual(warnings, []);
  const expected = JSON.parse(text(`${name}.json`));
  const model = rootElement.rootElements.find((x) => x.$type === "bpmn:Process");
  const phases = model.flowElements.filter((x) => ["bpmn:UserTask", "bpmn:EndEvent"].includes(x.$type));
  const found = Object.fromEntries(phases.map(({ id, name }) => [id, letters(name)]));
  assert.deepEqual(Object.keys(found), Object.keys(expected.phases));
  for (const [id, label] of Object.entries(expected.phases)) {
    assert.ok(found[id].endsWith(letters(label)), `${id}: ${found[id]} is not ${letters(label)}`);
  }
  const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });
  const reports = Object.entries(await linter.lint(rootElement)).flatMap(([rule, all]) =>
    all.map((report) => ({ rule, ...report })),
  );
  // The names of steps that need no choice are kept: they say what is done.
  assert.deepEqual(reports.filter(({ rule }) => rule !== "superfluous-label"), []);
}

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((x) => x.endsWith(".json"))) {
  const name = file.replace(/\.json$/, "");
  for (const read of [readMermaid, readBpmn]) {
    try {
      await read(name);
      passed += 1;
    } catch (error) {
      failed += 1;
      console.error(`${read.name} ${name}: ${error.message}`);
    }
  }
}
console.log(`readers: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
