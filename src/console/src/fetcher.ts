import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { markAnswer, preflight } from './session';

export const endpoint = new URL('/graphql', window.location.href);

/** The browser adds the session's cookie by itself. A token in the request's own headers goes before it. */
export async function sessionFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(preflight)) headers.set(name, value);

  const response = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  if (!headers.has('Authorization')) markAnswer(response.status);
  if (isJson(response)) return response;

  // A proxy's error page, or an empty 401: GraphiQL can only show JSON.
  const message = `The server answered ${response.status} ${response.statusText}`.trim();
  return Response.json({ errors: [{ message }] }, { status: response.status });
}

const isJson = (response: Response) => /json|multipart\/mixed/.test(response.headers.get('content-type') ?? '');

/** The session's cookie comes with the handshake. */
export const socket = createClient({ url: endpoint.href.replace(/^http/, 'ws') });

export const fetcher = createGraphiQLFetcher({ url: endpoint.href, fetch: sessionFetch, wsClient: socket });
