// The client of GraphQL over Server-Sent Events in distinct connections mode: prints what it was told as lines of JSON.
import { createClient } from 'graphql-sse';

const { URL: url, TOKEN: token } = process.env;
const tell = (what) => console.log(JSON.stringify(what));

const client = createClient({ url, headers: { Authorization: `Bearer ${token}` }, retryAttempts: 0 });

const one = (query, variables) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query, variables }, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });

const create = (name) =>
  one('mutation ($name: String!) { createInfluencer(input: { displayName: $name }) { influencer { displayName } userErrors { code } } }', { name });

const events = client.iterate({ query: 'subscription { events(after: "start") { summary cursor } }' });
for (const name of ['Ada', 'Bea', 'Cid']) tell((await create(name)).data.createInfluencer.influencer.displayName);
for (let told = 0; told < 3; told++) tell((await events.next()).value.data.events.summary);
await events.return();

tell((await one('{ viewer { name } }')).data.viewer.name);
tell((await one('{ nothing }')).errors[0].extensions.code);
client.dispose();

const stranger = createClient({ url, headers: { Authorization: 'Bearer somebody-else' }, retryAttempts: 0 });
tell(await new Promise((resolve) => stranger.subscribe({ query: '{ viewer { name } }' }, { next() {}, complete() {}, error: (error) => resolve(error.response.status) })));
