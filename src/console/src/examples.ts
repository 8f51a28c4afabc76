/** What a new tab starts with. */
export const newTab = '{ viewer { workspace { name } } }\n';

const start = `# Ctrl+Enter runs it.
# The book at the left explains every type.
query Workspace {
  viewer {
    workspace {
      name
    }
  }
}
`;

const create = `# Run it twice: the idempotencyKey makes the
# second run return the first answer.
mutation CreateInfluencer($input: CreateInfluencerInput!) {
  createInfluencer(input: $input) {
    influencer {
      id
      displayName
      tier
      niches
      accounts {
        platform
        handle
        followers
        engagementRate {
          value
          formula
        }
      }
    }
    userErrors {
      field
      message
      code
    }
  }
}
`;

const createVariables = {
  input: {
    displayName: 'Mia Brot',
    niches: ['gluten-free'],
    accounts: [{ platform: 'INSTAGRAM', handle: 'miabrot', followers: 50000 }],
    idempotencyKey: 'console-example-1',
  },
};

const list = `# Pass endCursor as "after" to read on.
query MicroInfluencers($niche: String!, $after: String) {
  influencers(
    filter: { tier: { eq: MICRO }, niches: { contains: $niche } }
    orderBy: { field: FOLLOWERS, direction: DESC }
    first: 20
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      displayName
    }
  }
}
`;

const history = `# All that ever happened with one person.
query Timeline($handle: String!) {
  influencerByHandle(platform: INSTAGRAM, handle: $handle) {
    id
    timeline(first: 10) {
      nodes {
        kind
        summary
        occurredAt
        actor {
          name
        }
      }
    }
  }
}
`;

const variables = (values: object) => JSON.stringify(values, null, 2);

/** The tabs of a first visit; afterwards the browser remembers the visitor's own. */
export const examples = [
  { query: start },
  { query: create, variables: variables(createVariables) },
  { query: list, variables: variables({ niche: 'gluten-free' }) },
  { query: history, variables: variables({ handle: 'miabrot' }) },
];
