import { useSession } from './session';

export function RefusedNotice() {
  const { state, problem } = useSession();
  if (state !== 'out') return null;
  return (
    <div className="notice" role="alert">
      <strong>{problem ?? 'Sign in to use the API.'}</strong>
      <span>
        Paste an access token at the top right: your own, or the owner token. That one is the value of <code>CREATORCRM_OWNER_TOKEN</code> or the content of
        the file <code>owner.token</code> in the server&rsquo;s data folder; the server&rsquo;s log names the place at start.
      </span>
    </div>
  );
}
