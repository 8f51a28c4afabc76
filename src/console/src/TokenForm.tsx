import { useGraphiQLActions } from '@graphiql/react';
import { type FormEvent, useEffect, useRef } from 'react';
import { setToken, useSession } from './session';
import { ViewerBadge } from './ViewerBadge';

export function TokenForm() {
  const { token, refused } = useSession();
  const { introspect } = useGraphiQLActions();
  const introspectedWith = useRef(token);
  const accepted = token !== '' && !refused;

  // GraphiQL reads the schema once when it starts; another token may see another one.
  useEffect(() => {
    if (introspectedWith.current === token) return;
    introspectedWith.current = token;
    void introspect();
  }, [token, introspect]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('token') as HTMLInputElement;
    setToken(field.value.trim());
    field.value = '';
  }

  return (
    <form className="token" onSubmit={submit}>
      {accepted ? (
        <>
          <ViewerBadge token={token} />
          <button type="button" onClick={() => setToken('')}>
            Forget it
          </button>
        </>
      ) : (
        <>
          <input name="token" type="password" placeholder="Owner token" aria-label="Owner token" autoComplete="off" required />
          <button type="submit">Use</button>
        </>
      )}
      <strong>CreatorCRM</strong>
    </form>
  );
}
