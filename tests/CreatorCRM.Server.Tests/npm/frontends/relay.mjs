// Compiles the recipe with relay-compiler, renders it, pages through the list and changes one of its people: tells what the page shows as lines of JSON.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { register } from 'node:module';
import { createElement as element, Suspense } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import { act, create } from 'react-test-renderer';
import { add, tell, token, url } from './people.mjs';
import { connect } from './recipes/relay/environment.mjs';

fs.mkdirSync('relay-artifacts', { recursive: true });
const compiler = spawnSync('npx', ['--no-install', 'relay-compiler'], { encoding: 'utf8' });
if (compiler.status !== 0) throw new Error(compiler.stdout + compiler.stderr);
register('./jsx.mjs', import.meta.url);
const { People } = await import('./recipes/relay/People.jsx');

globalThis.IS_REACT_ACT_ENVIRONMENT = true;
await add('Ada', 'Bea', 'Cid', 'Dan', 'Eva');
const environment = connect(url, token);
let page;
await act(async () => {
  page = create(element(RelayEnvironmentProvider, { environment }, element(Suspense, { fallback: null }, element(People))));
});

const texts = () => page.root.findAllByType('li').map((item) => item.children.join('').trim());
async function until(shown) {
  for (let tries = 0; !shown() && tries < 2400; tries++) await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

await until(() => page.root.findAllByType('li').length === 2);
for (const expected of [4, 5]) {
  await act(async () => page.root.findByType('button').props.onClick());
  await until(() => texts().length === expected);
}
tell(texts().join(' '));
tell(page.root.findAllByType('button').length);

await act(async () => page.root.findAllByType('li')[0].props.onClick());
await until(() => texts()[0] !== 'Ada');
tell(texts()[0]);
process.exit();
