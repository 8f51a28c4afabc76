import { useSyncExternalStore } from 'react';

/** What this browser tab knows of its right to call the API. */
export interface Session {
  readonly token: string;
  /** The server answered 401 to the last request. */
  readonly refused: boolean;
}

// sessionStorage: the token ends with the tab and is never sent by the browser on its own.
const key = 'creatorcrm.token';
let session: Session = { token: sessionStorage.getItem(key) ?? '', refused: false };
const listeners = new Set<() => void>();

function become(next: Session) {
  if (next.token === session.token && next.refused === session.refused) return;
  session = next;
  listeners.forEach((listener) => listener());
}

export const currentSession = () => session;

export function setToken(token: string) {
  if (token) sessionStorage.setItem(key, token);
  else sessionStorage.removeItem(key);
  become({ token, refused: false });
}

export const markRefused = (refused: boolean) => become({ ...session, refused });

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSession);
}
