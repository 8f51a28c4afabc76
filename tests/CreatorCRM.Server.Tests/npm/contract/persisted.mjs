// Asks with the names that the code generator gave to the console's documents, against a server that runs nothing else: prints a line of JSON for each answer.
import fs from 'node:fs';
import path from 'node:path';

const { URL: url, TOKEN: token } = process.env;
const generated = path.join(import.meta.dirname, '../../../../src/console/src/graphql');
const manifest = JSON.parse(fs.readFileSync(path.join(generated, 'persisted-documents.json'), 'utf8'));
const client = fs.readFileSync(path.join(generated, 'graphql.ts'), 'utf8');

async function ask(body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return response.json();
}

for (const [documentId, document] of Object.entries(manifest)) {
  const [kind, name] = document.split(/\W/, 2);
  if (!client.includes(`"hash":"${documentId}"`)) console.log(JSON.stringify(`${name} has another name in the client.`));
  if (kind !== 'query') continue;
  const { data, errors } = await ask({ documentId, variables: { niche: 'bread', handle: 'nobody', due: '2030-01-01T00:00:00Z' } });
  console.log(JSON.stringify(data ? name : errors[0].message));
}
console.log(JSON.stringify((await ask({ query: '{ viewer { name } }' })).errors[0].extensions.code));
