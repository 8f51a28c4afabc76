/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An account with what is known of its figures today. Averages are per post over the last posts. */
export type AccountInput = {
  /** Comments per post. */
  averageComments?: string | null | undefined;
  /** Likes per post. */
  averageLikes?: string | null | undefined;
  /** Shares and saves per post. */
  averageShares?: string | null | undefined;
  /** Views per post. */
  averageViews?: string | null | undefined;
  /** As somebody reported it, as a ratio: 0.035 is 3.5 %. Used only when likes or the denominator are unknown. */
  engagementRate?: string | null | undefined;
  /** How many follow the account. */
  followers?: number | null | undefined;
  /** As the platform shows it; a leading @ is dropped. */
  handle: string;
  /** Where the account is. */
  platform: Platform;
  /** How often something new appears. */
  postsPerWeek?: string | null | undefined;
  /** Its page on the platform. */
  url?: string | null | undefined;
};

/** Where a campaign stands. */
export type CampaignStatus =
  /** Running. */
  | 'ACTIVE'
  /** Given up. */
  | 'CANCELLED'
  /** Over, as planned. */
  | 'COMPLETED'
  /** Being planned. */
  | 'DRAFT';

/** A way to reach a person. */
export type ContactPointInput = {
  /** By which means. */
  kind: ContactPointKind;
  /** Such as "manager" or "studio". */
  label?: string | null | undefined;
  /** The address or number. */
  value: string;
};

/** By which means a person is reached. */
export type ContactPointKind =
  /** An e-mail address. */
  | 'EMAIL'
  /** Anything else; the label says what. */
  | 'OTHER'
  /** A phone number. */
  | 'PHONE'
  /** Where post arrives. */
  | 'POSTAL_ADDRESS'
  /** A page on the web. */
  | 'URL';

/** Where a contract version stands. */
export type ContractStatus =
  /** The influencer wants it otherwise; the next draft answers. */
  | 'COUNTERED'
  /** Both have signed: it is in force. */
  | 'COUNTERSIGNED'
  /** The influencer refused it. */
  | 'DECLINED'
  /** Being written; only the brand sees it. */
  | 'DRAFT'
  /** The day passed until which it could be signed, or the last day of its term. */
  | 'EXPIRED'
  /** All that was promised is done. Exclusivities and usage rights last as long as they say. */
  | 'FULFILLED'
  /** A newer version that both have signed stands in its place. */
  | 'REPLACED'
  /** With the influencer. */
  | 'SENT'
  /** The influencer has signed; the brand has not. */
  | 'SIGNED_BY_INFLUENCER'
  /** One side ended it before its time. */
  | 'TERMINATED'
  /** The influencer has opened it. */
  | 'VIEWED'
  /** Taken back, or replaced by a newer version, before it came into force. */
  | 'VOIDED';

/** A person to add. Only the name is needed. */
export type CreateInfluencerInput = {
  /** At most 50. */
  accounts?: Array<AccountInput> | null | undefined;
  /** Who represents them, at most 200 characters. */
  agency?: string | null | undefined;
  /** At most 20. */
  contactPoints?: Array<ContactPointInput> | null | undefined;
  /** Where they live. */
  country?: string | null | undefined;
  /** At most 200 characters. */
  displayName: string;
  /** Repeating a mutation with the same key and input does it once and gives the same answer. */
  idempotencyKey?: string | null | undefined;
  /** They buy from you; no when left out. */
  isCustomer?: boolean | null | undefined;
  /** They need a guardian's signature; no when left out. */
  isMinor?: boolean | null | undefined;
  /** Language tags of BCP 47 such as `de` or `pt-BR`. */
  languages?: Array<string> | null | undefined;
  /** What they are about. Kept in lower case. */
  niches?: Array<string> | null | undefined;
  /** Anything worth remembering, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Who on your side keeps the relationship, at most 200 characters. */
  owner?: string | null | undefined;
  /** Your own labels. Kept in lower case. */
  tags?: Array<string> | null | undefined;
};

/** Which formula gave an engagement rate. Rates of different formulas are not comparable. */
export type EngagementFormula =
  /** (average likes + average comments) / followers: the field's formula for feeds such as Instagram's. */
  | 'LIKES_AND_COMMENTS_PER_FOLLOWERS'
  /** (average likes + average comments) / average views: the field's formula for TikTok and YouTube. */
  | 'LIKES_AND_COMMENTS_PER_VIEWS'
  /** Average likes / followers, where comments are unknown. */
  | 'LIKES_PER_FOLLOWERS'
  /** Average likes / average views, where comments are unknown. */
  | 'LIKES_PER_VIEWS'
  /** Taken over from a source that does not say how it counted. */
  | 'REPORTED';

/** Where an offer stands. */
export type OfferStatus =
  /** Agreed on by the other side. */
  | 'ACCEPTED'
  /** Answered by the other side with an offer of its own. */
  | 'COUNTERED'
  /** Refused by the other side. */
  | 'DECLINED'
  /** On the table. */
  | 'PROPOSED'
  /** Replaced by the same side with a newer offer. */
  | 'SUPERSEDED'
  /** Taken back by the side that made it. */
  | 'WITHDRAWN';

/** How far a partnership has come: SHORTLISTED, CONTACTED, REPLIED, NEGOTIATING, AGREED, CONTRACTED, IN_PRODUCTION, PUBLISHED, COMPLETED, in this order. DECLINED, UNRESPONSIVE and CANCELLED are exits. */
export type PartnershipStage =
  /** An offer was accepted. */
  | 'AGREED'
  /** The brand does not want to. */
  | 'CANCELLED'
  /** All is done. */
  | 'COMPLETED'
  /** The first message went out. */
  | 'CONTACTED'
  /** Both have signed. */
  | 'CONTRACTED'
  /** The influencer does not want to. */
  | 'DECLINED'
  /** Content is being made. */
  | 'IN_PRODUCTION'
  /** An offer lies on the table. */
  | 'NEGOTIATING'
  /** Content is online. */
  | 'PUBLISHED'
  /** The influencer answered. */
  | 'REPLIED'
  /** Considered for the campaign; nobody has been contacted. */
  | 'SHORTLISTED'
  /** The influencer never answered. */
  | 'UNRESPONSIVE';

/** One of the two sides of a partnership. */
export type Party =
  /** Your side. */
  | 'BRAND'
  /** The influencer, or who speaks for them. */
  | 'INFLUENCER';

/** Where an account is. */
export type Platform =
  /** A blog of their own. */
  | 'BLOG'
  /** Facebook. */
  | 'FACEBOOK'
  /** Instagram. */
  | 'INSTAGRAM'
  /** LinkedIn. */
  | 'LINKEDIN'
  /** A newsletter, whoever sends it. */
  | 'NEWSLETTER'
  /** Pinterest. */
  | 'PINTEREST'
  /** A podcast, wherever it is heard. */
  | 'PODCAST'
  /** Snapchat. */
  | 'SNAPCHAT'
  /** Threads. */
  | 'THREADS'
  /** TikTok. */
  | 'TIKTOK'
  /** Twitch. */
  | 'TWITCH'
  /** X, formerly Twitter. */
  | 'X'
  /** YouTube. */
  | 'YOUTUBE';

/** How large an influencer is, by the followers of the largest account. */
export type Tier =
  /** From 500,000 to 1,000,000 followers. */
  | 'MACRO'
  /** Above 1,000,000 followers. */
  | 'MEGA'
  /** From 10,000 to 50,000 followers. */
  | 'MICRO'
  /** Above 50,000 and below 500,000 followers. */
  | 'MID'
  /** From 50 followers: often a customer with a small following. */
  | 'NANO';

/** Why a change was refused. Codes are never renamed or reused; new ones may be added. */
export type UserErrorCode =
  /** The influencer is in this campaign already. */
  | 'ALREADY_IN_CAMPAIGN'
  /** Nothing is left of the sale that could go back. */
  | 'ALREADY_REVERSED'
  /** The bulk action, or the merge, was taken back already. */
  | 'ALREADY_UNDONE'
  /** It was put away and is not used any more; take it back first. */
  | 'ARCHIVED'
  /** Nobody can give what they do not have. */
  | 'BEYOND_OWN_SCOPES'
  /** The campaign's budget does not suffice; the message says how much is missing. */
  | 'BUDGET_EXCEEDED'
  /** A component that is paid or about to be keeps its place and kind in what is agreed; the message says which. */
  | 'COMPONENT_PAID'
  /** What is to be signed is not the text of this version of the contract. */
  | 'CONTRACT_TEXT_CHANGED'
  /** Amounts that belong together are in different currencies. */
  | 'CURRENCY_MISMATCH'
  /** Only a verdict that leaves it open is decided by hand, and this one does not. */
  | 'DISCLOSURE_IS_CLEAR'
  /** The post does not mark advertising as the law wants it: have it corrected, or give a reason to override. */
  | 'DISCLOSURE_NOT_COMPLIANT'
  /** The influencer must not be contacted. */
  | 'DO_NOT_CONTACT'
  /** An exclusivity of this or another contract of the influencer stands against it; the message names both and the days. */
  | 'EXCLUSIVITY_CONFLICT'
  /** A file is larger than allowed. */
  | 'FILE_TOO_LARGE'
  /** A minor's contract needs a guardian's signature. */
  | 'GUARDIAN_REQUIRED'
  /** An account belongs to one influencer only, and this one belongs to another. */
  | 'HANDLE_TAKEN'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The bulk action is under way still, or only tried what it would do. */
  | 'ILLEGAL_BULK_ACTION'
  /** The current status of the contract does not allow this step. */
  | 'ILLEGAL_CONTRACT_STATUS'
  /** The current status of the deliverable does not allow this step. */
  | 'ILLEGAL_DELIVERABLE_STATUS'
  /** The import was started already or does not wait to be started. */
  | 'ILLEGAL_IMPORT_STATUS'
  /** The current status of the offer does not allow this step. */
  | 'ILLEGAL_OFFER_STATUS'
  /** The current status of the payout does not allow this step. */
  | 'ILLEGAL_PAYOUT_STATUS'
  /** The sequence is over in this partnership, or another of its steps is next; the message says which. */
  | 'ILLEGAL_SEQUENCE_STATUS'
  /** The current status of the shipment does not allow this step. */
  | 'ILLEGAL_SHIPMENT_STATUS'
  /** The current stage does not allow this step. */
  | 'ILLEGAL_STAGE'
  /** Tasks of this kind do not take this step. */
  | 'ILLEGAL_TASK_KIND'
  /** The current status of the task does not allow this step. */
  | 'ILLEGAL_TASK_STATUS'
  /** The webhook is paused or disabled: resume it first. */
  | 'ILLEGAL_WEBHOOK_STATUS'
  /** The influencer was merged into another one, which the message names: work with that one, or undo the merge. */
  | 'INFLUENCER_MERGED'
  /** A value is not acceptable; the message says which values are. */
  | 'INVALID'
  /** A template's text cannot be rendered; the message says what is wrong, and in which line and column. */
  | 'INVALID_TEMPLATE'
  /** A workspace that has an owner keeps one. */
  | 'LAST_OWNER'
  /** A member has this e-mail address, or signs in as this person, already. */
  | 'MEMBER_EXISTS'
  /** One of the two is in a merge that is under way, or one that is being undone. Try again when it has come to its end. */
  | 'MERGE_UNDER_WAY'
  /** Other figures are recorded for this very instant already. */
  | 'METRICS_RECORDED'
  /** A template names what is not known of this partnership; the message says which placeholders. */
  | 'MISSING_VALUES'
  /** Another one has this name already. */
  | 'NAME_TAKEN'
  /** An amount of money must not be negative. */
  | 'NEGATIVE_MONEY'
  /** The contract ends before its time only with the notice that it asks for, or for a cause; the message says when. */
  | 'NOTICE_REQUIRED'
  /** An order of zero is a gift, not a sale. */
  | 'NOT_A_SALE'
  /** More would be paid than is earned; an advance needs a reason, and goes as far as what is committed. */
  | 'NOT_EARNED'
  /** What the input refers to does not exist in this workspace. */
  | 'NOT_FOUND'
  /** An order of this number was recorded already. */
  | 'ORDER_TAKEN'
  /** A value is missing. */
  | 'REQUIRED'
  /** An influencer cannot be merged with themselves. */
  | 'SAME_INFLUENCER'
  /** A large payout is approved by somebody else than who proposed it. */
  | 'SECOND_PERSON_REQUIRED'
  /** A sequence is under way in this partnership already. */
  | 'SEQUENCE_RUNNING'
  /** The one that took the other over was merged into a third one since: undo that merge first. */
  | 'SURVIVOR_MERGED'
  /** A text or list is longer than allowed. */
  | 'TOO_LONG'
  /** There are as many tokens already as there may be. */
  | 'TOO_MANY_TOKENS'
  /** The workspace has as many webhooks as it may have. */
  | 'TOO_MANY_WEBHOOKS'
  /** An uploaded file cannot be read as a table; the message says why and what to do. */
  | 'UNREADABLE_FILE'
  /** Something was changed since `expectedVersion`: read it again and decide anew. */
  | 'VERSION_CONFLICT'
  /** A workspace has this key already. */
  | 'WORKSPACE_TAKEN';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, workspace: { id: string, name: string } } | null };

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { campaigns: { nodes: Array<{ id: string, name: string, status: CampaignStatus, budget: { amount: string, currencyCode: string } | null, partnerships: { totalCount: number, nodes: Array<{ id: string, stage: PartnershipStage, contractStatus: ContractStatus | null, influencer: { id: string, displayName: string }, offers: Array<{ id: string, by: Party, status: OfferStatus, compensation: Array<
              | { description: string }
              | { description: string }
              | { description: string }
              | { description: string }
              | { description: string }
              | { description: string }
              | { description: string }
            > }> }> } }> } | null };

export type CreateInfluencerMutationVariables = Exact<{
  input: CreateInfluencerInput;
}>;


export type CreateInfluencerMutation = { createInfluencer: { influencer: { id: string, displayName: string, tier: Tier | null, niches: Array<string>, accounts: Array<{ id: string, platform: Platform, handle: string, followers: number | null, engagementRate: { value: string, formula: EngagementFormula } | null }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } | null };

export type EventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type EventsSubscription = { events: { cursor: string, kind: string, summary: string, occurredAt: string, timelineEntry: { id: string } } };

export type FollowUpsQueryVariables = Exact<{
  due: string;
}>;


export type FollowUpsQuery = { partnerships: { totalCount: number, nodes: Array<{ id: string, stage: PartnershipStage, nextFollowUpAt: string | null, owner: string | null, influencer: { id: string, displayName: string }, campaign: { id: string, name: string } }> } | null };

export type MicroInfluencersQueryVariables = Exact<{
  niche: string;
  after?: string | null | undefined;
}>;


export type MicroInfluencersQuery = { influencers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, displayName: string }> } | null };

export type TimelineQueryVariables = Exact<{
  handle: string;
}>;


export type TimelineQuery = { influencerByHandle: { id: string, timeline: { nodes: Array<{ id: string, kind: string, summary: string, occurredAt: string, actor: { name: string } }> } } | null };

export type WorkspaceQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceQuery = { viewer: { name: string, workspace: { name: string } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    workspace {
      id
      name
    }
  }
}
    `, {"hash":"sha256:f0b852230994ce6af780e785bd7f21e0adf7eb06b17cc89fa4d96e7f107f46e7"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CampaignsDocument = new TypedDocumentString(`
    query Campaigns {
  campaigns(first: 5) {
    nodes {
      id
      name
      status
      budget {
        amount
        currencyCode
      }
      partnerships(first: 5, orderBy: {field: UPDATED_AT, direction: DESC}) {
        totalCount
        nodes {
          id
          stage
          contractStatus
          influencer {
            id
            displayName
          }
          offers {
            id
            by
            status
            compensation {
              description
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:8f5c072e68ff451120de57c6d8948dd9fe87cce4e2bd852aec994ad61cfee33e"}) as unknown as TypedDocumentString<CampaignsQuery, CampaignsQueryVariables>;
export const CreateInfluencerDocument = new TypedDocumentString(`
    mutation CreateInfluencer($input: CreateInfluencerInput!) {
  createInfluencer(input: $input) {
    influencer {
      id
      displayName
      tier
      niches
      accounts {
        id
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
    `, {"hash":"sha256:5910fc9df143c3cda4a7d9005f9b4d4d14919d23e47281ca41ed09c49a5aa818"}) as unknown as TypedDocumentString<CreateInfluencerMutation, CreateInfluencerMutationVariables>;
export const EventsDocument = new TypedDocumentString(`
    subscription Events($after: String) {
  events(after: $after) {
    cursor
    kind
    summary
    occurredAt
    timelineEntry {
      id
    }
  }
}
    `, {"hash":"sha256:0566db1ba39a5ed05b741524a470bb3c9285dec8038f65e9aa310c5d423c017e"}) as unknown as TypedDocumentString<EventsSubscription, EventsSubscriptionVariables>;
export const FollowUpsDocument = new TypedDocumentString(`
    query FollowUps($due: DateTime!) {
  partnerships(
    filter: {nextFollowUpAt: {lt: $due}}
    orderBy: {field: NEXT_FOLLOW_UP_AT, direction: ASC}
    first: 20
  ) {
    totalCount
    nodes {
      id
      stage
      nextFollowUpAt
      owner
      influencer {
        id
        displayName
      }
      campaign {
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:4dc40c9e8fcb7f3eb2a1e21b4e81310a4110a629685e065f274913c6530f35df"}) as unknown as TypedDocumentString<FollowUpsQuery, FollowUpsQueryVariables>;
export const MicroInfluencersDocument = new TypedDocumentString(`
    query MicroInfluencers($niche: String!, $after: String) {
  influencers(
    filter: {tier: {eq: MICRO}, niches: {contains: $niche}}
    orderBy: {field: FOLLOWERS, direction: DESC}
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
    `, {"hash":"sha256:dd7de4c2eaa6c932406757222d5bd98ce9d69d0b0c77608857fef5317cdeac98"}) as unknown as TypedDocumentString<MicroInfluencersQuery, MicroInfluencersQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($handle: String!) {
  influencerByHandle(platform: INSTAGRAM, handle: $handle) {
    id
    timeline(first: 10) {
      nodes {
        id
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
    `, {"hash":"sha256:1f19053c35b96bce19aeca1044dd5e3b6004f95e0f20b39dc28020d2dc6cb20e"}) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const WorkspaceDocument = new TypedDocumentString(`
    query Workspace {
  viewer {
    name
    workspace {
      name
    }
  }
}
    `, {"hash":"sha256:9b15a53b4e77f4bc48fbb606d94fd6d6c9651eb103c9801bd88b251a4fe3e87a"}) as unknown as TypedDocumentString<WorkspaceQuery, WorkspaceQueryVariables>;