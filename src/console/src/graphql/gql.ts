/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Viewer {\n  viewer {\n    id\n    name\n    workspace {\n      id\n      name\n    }\n  }\n}": typeof types.ViewerDocument,
    "query Campaigns {\n  campaigns(first: 5) {\n    nodes {\n      id\n      name\n      status\n      budget {\n        amount\n        currencyCode\n      }\n      partnerships(first: 5, orderBy: {field: UPDATED_AT, direction: DESC}) {\n        totalCount\n        nodes {\n          id\n          stage\n          contractStatus\n          influencer {\n            id\n            displayName\n          }\n          offers {\n            id\n            by\n            status\n            compensation {\n              description\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.CampaignsDocument,
    "mutation CreateInfluencer($input: CreateInfluencerInput!) {\n  createInfluencer(input: $input) {\n    influencer {\n      id\n      displayName\n      tier\n      niches\n      accounts {\n        id\n        platform\n        handle\n        followers\n        engagementRate {\n          value\n          formula\n        }\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.CreateInfluencerDocument,
    "subscription Events($after: String) {\n  events(after: $after) {\n    cursor\n    kind\n    summary\n    occurredAt\n    timelineEntry {\n      id\n    }\n  }\n}": typeof types.EventsDocument,
    "query FollowUps($due: DateTime!) {\n  partnerships(\n    filter: {nextFollowUpAt: {lt: $due}}\n    orderBy: {field: NEXT_FOLLOW_UP_AT, direction: ASC}\n    first: 20\n  ) {\n    totalCount\n    nodes {\n      id\n      stage\n      nextFollowUpAt\n      owner\n      influencer {\n        id\n        displayName\n      }\n      campaign {\n        id\n        name\n      }\n    }\n  }\n}": typeof types.FollowUpsDocument,
    "query MicroInfluencers($niche: String!, $after: String) {\n  influencers(\n    filter: {tier: {eq: MICRO}, niches: {contains: $niche}}\n    orderBy: {field: FOLLOWERS, direction: DESC}\n    first: 20\n    after: $after\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      displayName\n    }\n  }\n}": typeof types.MicroInfluencersDocument,
    "query Timeline($handle: String!) {\n  influencerByHandle(platform: INSTAGRAM, handle: $handle) {\n    id\n    timeline(first: 10) {\n      nodes {\n        id\n        kind\n        summary\n        occurredAt\n        actor {\n          name\n        }\n      }\n    }\n  }\n}": typeof types.TimelineDocument,
    "query Workspace {\n  viewer {\n    name\n    workspace {\n      name\n    }\n  }\n}": typeof types.WorkspaceDocument,
};
const documents: Documents = {
    "query Viewer {\n  viewer {\n    id\n    name\n    workspace {\n      id\n      name\n    }\n  }\n}": types.ViewerDocument,
    "query Campaigns {\n  campaigns(first: 5) {\n    nodes {\n      id\n      name\n      status\n      budget {\n        amount\n        currencyCode\n      }\n      partnerships(first: 5, orderBy: {field: UPDATED_AT, direction: DESC}) {\n        totalCount\n        nodes {\n          id\n          stage\n          contractStatus\n          influencer {\n            id\n            displayName\n          }\n          offers {\n            id\n            by\n            status\n            compensation {\n              description\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.CampaignsDocument,
    "mutation CreateInfluencer($input: CreateInfluencerInput!) {\n  createInfluencer(input: $input) {\n    influencer {\n      id\n      displayName\n      tier\n      niches\n      accounts {\n        id\n        platform\n        handle\n        followers\n        engagementRate {\n          value\n          formula\n        }\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.CreateInfluencerDocument,
    "subscription Events($after: String) {\n  events(after: $after) {\n    cursor\n    kind\n    summary\n    occurredAt\n    timelineEntry {\n      id\n    }\n  }\n}": types.EventsDocument,
    "query FollowUps($due: DateTime!) {\n  partnerships(\n    filter: {nextFollowUpAt: {lt: $due}}\n    orderBy: {field: NEXT_FOLLOW_UP_AT, direction: ASC}\n    first: 20\n  ) {\n    totalCount\n    nodes {\n      id\n      stage\n      nextFollowUpAt\n      owner\n      influencer {\n        id\n        displayName\n      }\n      campaign {\n        id\n        name\n      }\n    }\n  }\n}": types.FollowUpsDocument,
    "query MicroInfluencers($niche: String!, $after: String) {\n  influencers(\n    filter: {tier: {eq: MICRO}, niches: {contains: $niche}}\n    orderBy: {field: FOLLOWERS, direction: DESC}\n    first: 20\n    after: $after\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      displayName\n    }\n  }\n}": types.MicroInfluencersDocument,
    "query Timeline($handle: String!) {\n  influencerByHandle(platform: INSTAGRAM, handle: $handle) {\n    id\n    timeline(first: 10) {\n      nodes {\n        id\n        kind\n        summary\n        occurredAt\n        actor {\n          name\n        }\n      }\n    }\n  }\n}": types.TimelineDocument,
    "query Workspace {\n  viewer {\n    name\n    workspace {\n      name\n    }\n  }\n}": types.WorkspaceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    id\n    name\n    workspace {\n      id\n      name\n    }\n  }\n}"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Campaigns {\n  campaigns(first: 5) {\n    nodes {\n      id\n      name\n      status\n      budget {\n        amount\n        currencyCode\n      }\n      partnerships(first: 5, orderBy: {field: UPDATED_AT, direction: DESC}) {\n        totalCount\n        nodes {\n          id\n          stage\n          contractStatus\n          influencer {\n            id\n            displayName\n          }\n          offers {\n            id\n            by\n            status\n            compensation {\n              description\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').CampaignsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateInfluencer($input: CreateInfluencerInput!) {\n  createInfluencer(input: $input) {\n    influencer {\n      id\n      displayName\n      tier\n      niches\n      accounts {\n        id\n        platform\n        handle\n        followers\n        engagementRate {\n          value\n          formula\n        }\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql').CreateInfluencerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription Events($after: String) {\n  events(after: $after) {\n    cursor\n    kind\n    summary\n    occurredAt\n    timelineEntry {\n      id\n    }\n  }\n}"): typeof import('./graphql').EventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FollowUps($due: DateTime!) {\n  partnerships(\n    filter: {nextFollowUpAt: {lt: $due}}\n    orderBy: {field: NEXT_FOLLOW_UP_AT, direction: ASC}\n    first: 20\n  ) {\n    totalCount\n    nodes {\n      id\n      stage\n      nextFollowUpAt\n      owner\n      influencer {\n        id\n        displayName\n      }\n      campaign {\n        id\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql').FollowUpsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MicroInfluencers($niche: String!, $after: String) {\n  influencers(\n    filter: {tier: {eq: MICRO}, niches: {contains: $niche}}\n    orderBy: {field: FOLLOWERS, direction: DESC}\n    first: 20\n    after: $after\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      displayName\n    }\n  }\n}"): typeof import('./graphql').MicroInfluencersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Timeline($handle: String!) {\n  influencerByHandle(platform: INSTAGRAM, handle: $handle) {\n    id\n    timeline(first: 10) {\n      nodes {\n        id\n        kind\n        summary\n        occurredAt\n        actor {\n          name\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').TimelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Workspace {\n  viewer {\n    name\n    workspace {\n      name\n    }\n  }\n}"): typeof import('./graphql').WorkspaceDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
