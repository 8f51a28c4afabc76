// The client that Apollo, Relay and urql build on, against the server at URL: prints what it was told as lines of JSON.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { URL: url, TOKEN: token } = process.env;
const tell = (what) => console.log(JSON.stringify(what));

const client = createClient({
  url: url.replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: { Authorization: `Bearer ${token}` },
  lazyCloseTimeout: 0,
});

const one = (query, variables) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query, variables }, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });

const create = (name) =>
  one('mutation ($name: String!) { createInfluencer(input: { displayName: $name }) { influencer { displayName } userErrors { code } } }', { name });

// One connection for all of it.
const events = client.iterate({ query: 'subscription { events(after: "start") { summary cursor } }' });
for (const name of ['Ada', 'Bea', 'Cid']) tell((await create(name)).data.createInfluencer.influencer.displayName);
for (let told = 0; told < 3; told++) tell((await events.next()).value.data.events.summary);
await events.return();

tell((await one('{ viewer { name } }')).data.viewer.name);
tell(await one('{ nothing }').catch((errors) => errors[0].extensions.code));
await client.dispose();

const stranger = createClient({
  url: url.replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  connectionParams: { Authorization: 'Bearer somebody-else' },
});
tell(await new Promise((resolve) => stranger.subscribe({ query: '{ viewer { name } }' }, { next() {}, complete() {}, error: (event) => resolve(event.code) })));
