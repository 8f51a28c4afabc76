// Runs the console's examples one after the other and prints a line of JSON for each: its name, or what is wrong with it.
import fs from 'node:fs';
import path from 'node:path';
import { getOperationAST, parse, validate } from 'graphql';
import { build, read } from './sdl.mjs';

const { URL: url, TOKEN: token } = process.env;
const folder = path.join(import.meta.dirname, '../../../../src/console/src/examples');
const schema = build(read(path.join(import.meta.dirname, '../../schema.graphql')));
const text = (file) => (fs.existsSync(path.join(folder, file)) ? fs.readFileSync(path.join(folder, file), 'utf8') : undefined);

async function run(query, variables, accept) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  if (!accept.includes('event-stream')) return response.json();
  // A line may come in pieces.
  let received = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    received += chunk;
    const data = /^data: ?(.+)\n/m.exec(received)?.[1];
    if (data) return JSON.parse(data);
  }
}

for (const name of JSON.parse(text('order.json'))) {
  const query = text(`${name}.graphql`);
  const document = parse(query);
  const invalid = validate(schema, document);
  const accept = getOperationAST(document).operation === 'subscription' ? 'text/event-stream' : 'application/json';
  const { data, errors } = invalid.length > 0 ? { errors: invalid } : await run(query, JSON.parse(text(`${name}.json`) ?? '{}'), accept);
  const empty = Object.values(data ?? {}).every((value) => value === null || value.userErrors?.length > 0);
  console.log(JSON.stringify(errors || empty ? `${name}: ${JSON.stringify(errors ?? data)}` : name));
}
process.exit();
