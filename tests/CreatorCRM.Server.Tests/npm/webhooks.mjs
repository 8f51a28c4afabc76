// Receives webhooks as the README shows it, with the library of Standard Webhooks, and prints what it took as lines of JSON.
import { once } from 'node:events';
import { webhookReceiver } from './webhook-receiver.mjs';

const { URL: url, TOKEN: token } = process.env;
const tell = (what) => console.log(JSON.stringify(what));

const ask = async (query, variables) => {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const answer = await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

let secret;
const taken = [];
let next;
const receiver = webhookReceiver(() => secret, (event) => {
  taken.push(event);
  next?.();
});
const arrived = async (count) => {
  while (taken.length < count) await new Promise((resolve) => (next = resolve));
};

receiver.listen(0, '127.0.0.1');
await once(receiver, 'listening');
const address = `http://127.0.0.1:${receiver.address().port}/`;
const created = await ask(
  'mutation ($url: URL!) { createWebhook(input: { name: "Data team", url: $url, kinds: ["influencer.*"] }) { webhook { id } secret userErrors { message } } }', { url: address });
({ secret } = created.createWebhook);

const influencer = (await ask('mutation { createInfluencer(input: { displayName: "Mia Brot" }) { influencer { id } } }')).createInfluencer.influencer;
await ask('mutation ($id: ID!) { updateInfluencer(input: { influencerId: $id, notes: "Bakes herself." }) { influencer { id } } }', influencer);
await arrived(2);
for (const event of taken) tell(`${event.kind}: ${event.before?.notes ?? null} -> ${event.after.notes}`);
tell(taken[1].entity.id === influencer.id);

// During a rotation the old secret still fits.
await ask('mutation ($id: ID!) { rotateWebhookSecret(input: { webhookId: $id }) { userErrors { message } } }', created.createWebhook.webhook);
await ask('mutation ($id: ID!) { updateInfluencer(input: { influencerId: $id, notes: "Sells too." }) { influencer { id } } }', influencer);
await arrived(3);
tell(taken[2].after.notes);

const forged = { 'webhook-id': 'x', 'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`, 'webhook-signature': 'v1,AAAA' };
tell((await fetch(address, { method: 'POST', headers: forged, body: '{"id":"x"}' })).status);
receiver.close();
receiver.closeAllConnections();
