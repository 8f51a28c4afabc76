// Reads, writes, reads again what the cache must have dropped, and follows events: tells what it saw as lines of JSON.
import WebSocket from 'ws';
import { add, tell, token, url } from './people.mjs';
import { connect, Events, Note, Person } from './recipes/urql.mjs';

globalThis.WebSocket ??= WebSocket;
const [id] = await add('Ada');
const client = connect(url, token);

tell((await client.query(Person, { id }).toPromise()).data.influencer.notes);
tell((await client.mutation(Note, { input: { influencerId: id, notes: 'Prefers letters' } }).toPromise()).data.updateInfluencer.userErrors.length);
tell((await client.query(Person, { id }).toPromise()).data.influencer.notes);
tell((await client.query(Person, { id: 'nobody' }).toPromise()).error.graphQLErrors[0].extensions.code);

let following;
await new Promise((resolve, reject) => {
  let told = 0;
  following = client.subscription(Events, { after: 'start' }).subscribe(({ data, error }) => {
    if (error) reject(error);
    tell(data?.events.summary);
    if (++told === 2) resolve();
  });
});
following.unsubscribe();
process.exit();
