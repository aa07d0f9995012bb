// Read schemas with ajv and json-schema-to-typescript, and the types that this makes with the compiler of TypeScript.
//
// Apart from the diagrams: their reader wants the globals of a browser, and then this one takes itself to be in one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { compile } from "json-schema-to-typescript";

const folder = process.argv[2];
const documents = join(folder, "documents");
const types = join(folder, "types");
const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"));

// One registry knows all schemas by their $id, and has nothing to say of any: strict makes a warning an error.
const ajv = new Ajv.default({ strict: true });
formats.default(ajv);

function readSchema(name) {
  const validate = ajv.compile(read(`${name}.json`));
  if (name !== "Document") return;
  for (const file of readdirSync(documents)) {
    const document = read("documents", file);
    assert.ok(validate(document), `${file}: ${ajv.errorsText(validate.errors)}`);
    assert.ok(!validate({ ...document, nobody: 1 }), `${file} with one key too many`);
  }
}

// No type is a second one of the same name: that would get a number.
async function readTypes(name) {
  const written = await compile(read(`${name}.json`), name);
  writeFileSync(join(types, `${name}.ts`), written);
  const names = [...written.matchAll(/^export (?:interface|type) (\w+)/gm)].map((found) => found[1]);
  assert.ok(names.length > 0);
  assert.deepEqual(names.filter((x) => /\d$/.test(x)), []);
}

function readCompiled() {
  const files = readdirSync(types).map((file) => join(types, file));
  try {
    execFileSync("node_modules/.bin/tsc", ["--noEmit", "--strict", ...files], { encoding: "utf8" });
  } catch (error) {
    throw new Error(error.stdout || error.message);
  }
}

mkdirSync(types);
const names = readdirSync(folder).filter((x) => x.endsWith(".json")).map((x) => x.replace(/\.json$/, ""));
const readings = names.flatMap((name) => [readSchema, readTypes].map((reading) => [reading, name]));
let passed = 0;
let failed = 0;
for (const [reading, name] of [...readings, [readCompiled, "types"]]) {
  try {
    await reading(name);
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`${reading.name} ${name}: ${error.message}`);
  }
}
console.log(`readers of schemas: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
