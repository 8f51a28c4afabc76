// @apollo/client with automatic persisted queries, then with batches. Prints what each request carries and what came back, a line of JSON each.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const { URL: uri, TOKEN: token } = process.env;
const headers = { Authorization: `Bearer ${token}` };
const say = (line) => console.log(JSON.stringify(line));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const carries = (address, init) => {
  if (init.method === 'GET') return new URL(address).searchParams.has('query') ? 'GET query' : 'GET hash';
  const body = JSON.parse(init.body);
  if (Array.isArray(body)) return `POST batch of ${body.length}`;
  return `POST ${[body.extensions?.persistedQuery && 'hash', body.query && 'query'].filter(Boolean).join(' and ')}`;
};
const watched = (address, init) => {
  say(carries(address, init));
  return fetch(address, init);
};

const workspace = gql`query WorkspaceName { viewer { workspace { name } } }`;
const client = (...links) => new ApolloClient({ link: ApolloLink.from(links), cache: new InMemoryCache(), defaultOptions: { query: { fetchPolicy: 'no-cache' } } });
const ask = (by, query = workspace) => by.query({ query });

const persisted = client(new PersistedQueryLink({ sha256 }), new HttpLink({ uri, headers, fetch: watched }));
await ask(persisted);
await ask(persisted);
const byGet = client(new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), new HttpLink({ uri, headers, fetch: watched }));
say((await ask(byGet)).data.viewer.workspace.name);

const batched = client(new BatchHttpLink({ uri, headers, fetch: watched, batchMax: 5, batchInterval: 20 }));
const answers = await Promise.all([ask(batched), ask(batched, gql`{ __typename }`)]);
say(answers.map(({ data }) => data.viewer?.workspace.name ?? data.__typename).join(' '));
