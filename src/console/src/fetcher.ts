import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { currentSession, markRefused } from './session';

export const endpoint = new URL('/graphql', window.location.href);

function credentials(): Record<string, string> {
  const { token } = currentSession();
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Adds the token unless the request's own headers name another one, and watches for its refusal. */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(credentials())) if (!headers.has(name)) headers.set(name, value);

  const response = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  markRefused(response.status === 401);
  if (isJson(response)) return response;

  // A proxy's error page, or an empty 401: GraphiQL can only show JSON.
  const message = `The server answered ${response.status} ${response.statusText}`.trim();
  return Response.json({ errors: [{ message }] }, { status: response.status });
}

const isJson = (response: Response) => /json|multipart\/mixed/.test(response.headers.get('content-type') ?? '');

export const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  fetch: authorizedFetch,
  wsClient: createClient({ url: endpoint.href.replace(/^http/, 'ws'), connectionParams: credentials }),
});
