import { useSyncExternalStore } from 'react';

/** Whether this browser is signed in, as far as the page knows. The session itself is a cookie that no script can read. */
export interface Session {
  readonly state: 'unknown' | 'in' | 'out';
  /** Why the last sign-in failed. */
  readonly problem?: string;
}

const endpoint = new URL('/session', window.location.href);

/** Shows the server that a page of its own made the request: no other site may send this header. */
export const preflight = { 'GraphQL-Preflight': '1' };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

function become(next: Session) {
  if (next.state === session.state && next.problem === session.problem) return;
  session = next;
  listeners.forEach((listener) => listener());
}

/** What an answer of the server tells. */
export function markAnswer(status: number) {
  if (status === 401) become({ state: 'out', problem: session.problem });
  else if (status < 400) become({ state: 'in' });
}

export async function signIn(token: string) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...preflight, 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (response.ok) become({ state: 'in' });
  else become({ state: 'out', problem: await problemOf(response) });
}

export async function signOut() {
  const response = await fetch(endpoint, { method: 'DELETE', headers: preflight });
  if (response.ok) become({ state: 'out' });
  else become({ ...session, problem: await problemOf(response) });
}

async function problemOf(response: Response): Promise<string> {
  try {
    return (await response.json()).errors[0].message;
  } catch {
    return `The server answered ${response.status} ${response.statusText}`.trim();
  }
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}
