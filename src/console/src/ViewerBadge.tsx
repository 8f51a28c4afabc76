import { useEffect, useState } from 'react';
import { request } from './api';
import { ViewerDocument, type ViewerQuery } from './graphql/graphql';

/** Who is signed in. */
export function ViewerBadge() {
  const [viewer, setViewer] = useState<ViewerQuery['viewer']>();

  useEffect(() => {
    let current = true;
    // Who is refused is told by the notice at the top; the badge stays as it is.
    request(ViewerDocument).then(({ viewer }) => current && setViewer(viewer), () => undefined);
    return () => {
      current = false;
    };
  }, []);

  return <span>{viewer ? `${viewer.name} · ${viewer.workspace.name}` : 'Signed in'}</span>;
}
