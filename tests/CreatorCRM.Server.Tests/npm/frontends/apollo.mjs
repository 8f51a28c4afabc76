// Pages through a list, changes one of its people and tells what the cache holds then, as lines of JSON.
import { add, tell, token, url } from './people.mjs';
import { connect, Note, People } from './recipes/apollo.mjs';

const [ada] = await add('Ada', 'Bea', 'Cid', 'Dan', 'Eva');
const client = connect(url, token);
const people = client.watchQuery({ query: People });
const shown = people.subscribe(() => undefined);

let { data } = await client.query({ query: People });
for (let pages = 1; data.influencers.pageInfo.hasNextPage && pages < 9; pages++) {
  await people.fetchMore({ variables: { after: data.influencers.pageInfo.endCursor } });
  data = client.readQuery({ query: People });
}
tell(data.influencers.edges.map(({ node }) => node.displayName).join(' '));

const changed = await client.mutate({ mutation: Note, variables: { input: { influencerId: ada, notes: 'Prefers letters' } } });
tell(changed.data.updateInfluencer.userErrors.length);
tell(client.readQuery({ query: People }).influencers.edges[0].node.notes);

const refused = await client.mutate({ mutation: Note, variables: { input: { influencerId: ada, displayName: null } } });
tell(refused.data.updateInfluencer.userErrors[0].code);
shown.unsubscribe();
client.stop();
