import { useEffect, useState } from 'react';
import { request } from './api';
import { ViewerDocument, type ViewerQuery } from './graphql/graphql';

/** Whom the token stands for. */
export function ViewerBadge({ token }: { token: string }) {
  const [viewer, setViewer] = useState<ViewerQuery['viewer']>();

  useEffect(() => {
    let current = true;
    setViewer(undefined);
    // Who is refused is told by the notice at the top; the badge stays as it is.
    request(ViewerDocument).then(({ viewer }) => current && setViewer(viewer), () => undefined);
    return () => {
      current = false;
    };
  }, [token]);

  return <span>{viewer ? `${viewer.name} · ${viewer.workspace.name}` : 'Token in use'}</span>;
}
