import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

export const connect = (url, token) =>
  new ApolloClient({
    link: new HttpLink({ uri: url, headers: { Authorization: `Bearer ${token}` } }),
    cache: new InMemoryCache({
      // One list for each of these arguments; the pages are joined.
      typePolicies: { Query: { fields: { influencers: relayStylePagination(['filter', 'orderBy', 'query']) } } },
    }),
  });

export const People = gql`
  query People($after: String) {
    influencers(first: 2, after: $after, orderBy: { field: NAME }) {
      edges { cursor node { id displayName notes } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

// What the mutation returns updates every list that shows the person.
export const Note = gql`
  mutation Note($input: UpdateInfluencerInput!) {
    updateInfluencer(input: $input) { influencer { id notes } userErrors { field message code } }
  }
`;
