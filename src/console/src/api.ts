import { sessionFetch, endpoint } from './fetcher';
import type { TypedDocumentString } from './graphql/graphql';

/** Asks the API with a document that the compiler knows; fails with the first error's message. */
export async function request<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  ...[variables]: TVariables extends Record<string, never> ? [] : [TVariables]
): Promise<TData> {
  const response = await sessionFetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: TData | null; errors?: { message: string }[] };
  if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? 'The server answered nothing.');
  return data;
}
