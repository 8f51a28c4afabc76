import { graphql, useLazyLoadQuery, useMutation, usePaginationFragment } from 'react-relay';

export function People() {
  const query = useLazyLoadQuery(graphql`query PeopleQuery { ...People_list }`, {});
  const { data, hasNext, loadNext } = usePaginationFragment(
    graphql`
      fragment People_list on Query
      @refetchable(queryName: "PeoplePageQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
        influencers(first: $first, after: $after, orderBy: { field: NAME }) @connection(key: "People_influencers") {
          edges { node { id displayName notes } }
        }
      }
    `,
    query,
  );
  const [note] = useMutation(graphql`
    mutation PeopleNoteMutation($input: UpdateInfluencerInput!) {
      updateInfluencer(input: $input) { influencer { id notes } userErrors { field message code } }
    }
  `);
  return (
    <ul>
      {data.influencers.edges.map(({ node }) => (
        <li key={node.id} onClick={() => note({ variables: { input: { influencerId: node.id, notes: 'Prefers letters' } } })}>
          {node.displayName} {node.notes}
        </li>
      ))}
      {hasNext && <button onClick={() => loadNext(2)}>More</button>}
    </ul>
  );
}
