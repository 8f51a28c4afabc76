import { useSession } from './session';

export function RefusedNotice() {
  const { token, refused } = useSession();
  if (!refused) return null;
  return (
    <div className="notice" role="alert">
      <strong>{token ? 'The server does not accept this token.' : 'The server asks for a token.'}</strong>
      <span>
        Paste the owner token at the top right. It is the value of <code>CREATORCRM_OWNER_TOKEN</code> or the content of the file{' '}
        <code>owner.token</code> in the server&rsquo;s data folder; the server&rsquo;s log names the place at start.
      </span>
    </div>
  );
}
