import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';

export function connect(url, token) {
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    // A browser sends no header with a WebSocket, so the token is the first message.
    connectionParams: { Authorization: `Bearer ${token}` },
  });
  return new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: { Authorization: `Bearer ${token}` } },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
}

export const Person = gql`query Person($id: ID!) { influencer(id: $id) { id notes } }`;
export const Note = gql`
  mutation Note($input: UpdateInfluencerInput!) {
    updateInfluencer(input: $input) { influencer { id notes } userErrors { field message code } }
  }
`;

// Keep the last cursor: with it as $after a client that was cut off misses nothing.
export const Events = gql`subscription Events($after: String) { events(after: $after) { cursor summary } }`;
