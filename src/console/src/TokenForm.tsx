import { useGraphiQLActions } from '@graphiql/react';
import { type FormEvent, useEffect, useRef } from 'react';
import { socket } from './fetcher';
import { signIn, signOut, useSession } from './session';
import { ViewerBadge } from './ViewerBadge';

export function TokenForm() {
  const { state } = useSession();
  const { introspect } = useGraphiQLActions();
  const before = useRef(state);

  // GraphiQL reads the schema once when it starts, and could not before somebody signed in.
  useEffect(() => {
    const signedIn = before.current === 'out' && state === 'in';
    before.current = state;
    if (signedIn) void introspect();
  }, [state, introspect]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('token') as HTMLInputElement;
    const token = field.value.trim();
    field.value = '';
    await signIn(token);
  }

  async function leave() {
    await signOut();
    socket.terminate();
  }

  return (
    <form className="token" onSubmit={(event) => void submit(event)}>
      {state === 'in' && (
        <>
          <ViewerBadge />
          <button type="button" onClick={() => void leave()}>
            Sign out
          </button>
        </>
      )}
      {state === 'out' && (
        <>
          <input name="token" type="password" placeholder="Access token" aria-label="Access token" autoComplete="off" required />
          <button type="submit">Sign in</button>
        </>
      )}
      <strong>CreatorCRM</strong>
    </form>
  );
}
