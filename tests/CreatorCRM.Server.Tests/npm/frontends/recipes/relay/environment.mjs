import { Environment, Network, RecordSource, Store } from 'relay-runtime';

export const connect = (url, token) =>
  new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
  });
