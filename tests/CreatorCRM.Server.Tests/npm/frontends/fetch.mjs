// Adds somebody twice with one key and asks what is wrong: tells what came back as lines of JSON.
import { tell, token, url } from './people.mjs';
import { add, ask } from './recipes/fetch.mjs';

const input = { displayName: 'Ada', idempotencyKey: 'once' };
const first = await add(url, token, input);
const again = await add(url, token, input);
tell(first.createInfluencer.influencer.displayName);
tell(first.createInfluencer.influencer.id === again.createInfluencer.influencer.id);
tell((await add(url, token, { displayName: ' ' })).createInfluencer.userErrors[0].code);
tell(await ask(url, token, '{ nothing }').catch((error) => error.message.split(':')[0]));
