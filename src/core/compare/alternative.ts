/** The different ways that one flow can take, side by side: what each asks for, gives and costs. All of it is plain data. */
import type { Words } from '../../lib/words';
import type { CostLine } from '../cost/monthlyCost';
import type { ResourceId } from '../model/document';
import type { Trace, Verdict } from '../network/trace';
import type { Plan } from '../plans/plan';

/** In the order in which they are shown; the closed list of the command line's contract. */
export const alternativeIds = [
  'internet-gateway',
  'nat-gateway',
  'gateway-endpoint',
  'interface-endpoint',
  'peering',
  'transit-gateway',
  'vpn',
] as const;
export type AlternativeId = (typeof alternativeIds)[number];

export interface Comparison {
  /** How the flow goes in the design as it is. */
  readonly now: Passage;
  /** Gigabytes a month, both directions together; null: nobody said. */
  readonly gbPerMonth: number | null;
  /** One for each id, in the order of the list. */
  readonly alternatives: readonly Alternative[];
}

/** A flow as it goes in one design. */
export interface Passage {
  readonly verdict: Verdict;
  /** Which of the alternatives it is; null for none of them: a local route, or no way at all. */
  readonly way: AlternativeId | null;
  readonly hops: readonly Hop[];
  readonly trace: Trace;
}

/** What a packet comes to. The ends stand for themselves also where they are no resources. */
export interface Hop {
  readonly is: 'source' | 'on-the-way' | 'destination';
  readonly resource: ResourceId | null;
}

export interface Alternative {
  readonly id: AlternativeId;
  readonly title: Words;
  /** Whether this can be a way for such a flow at all. */
  readonly applies: boolean;
  /** Whether the design as it is leads the flow this way. */
  readonly present: boolean;
  /** Of the flow and its reply once the plan is applied; `blocked` where there is no such way or no plan was found. */
  readonly verdict: Verdict;
  /** Why it is not reachable; null where it is. */
  readonly because: Words | null;
  /** What makes the design lead the flow this way; without commands where it does already, or where there is none. */
  readonly plan: Plan;
  /** How the flow goes once the plan is applied; null where there is no plan. What follows is of that design. */
  readonly passage: Passage | null;
  readonly traits: Traits | null;
  readonly zoneLoss: ZoneLoss | null;
  readonly cost: WayCost | null;
  /** What is made, changed and taken away, as CloudFormation has it. */
  readonly adds: readonly Made[];
  readonly changes: readonly Made[];
  readonly removes: readonly Made[];
  /** What is said of the design and would no longer be so: flows and scopes that are expected to be blocked, faults that are new. */
  readonly breaks: readonly Words[];
  /** What was assumed or not analysed. */
  readonly unknowns: readonly Words[];
}

/** A resource of a template, which may be a satellite (an Elastic IP address) of what is drawn. */
export interface Made {
  readonly type: string;
  readonly logicalId: string;
  /** What is drawn for it. */
  readonly resource: ResourceId;
}

export interface Traits {
  /** Whether packets go between public addresses, through an internet gateway. */
  readonly leavesPrivateNetwork: boolean;
  /** What that means: whether they stay on AWS's own network all the same. */
  readonly network: Words;
  /** The page that says so. */
  readonly networkPage: string;
  /** Whether somebody on the way needs a public IPv4 address. */
  readonly needsPublicAddress: boolean;
  /** Who has it. */
  readonly publicAddresses: readonly ResourceId[];
  /** What filters on the way. The source's own groups count where it can be reached from the internet. */
  readonly guardedBy: readonly Guard[];
  /** What the name resolves to, and in what kind of address. */
  readonly dnsAnswer: Words;
}

export interface Guard {
  readonly is: 'security-group' | 'network-acl' | 'endpoint-policy' | 'public-access-block';
  /** The group, the ACL, the block; for a policy its endpoint; for a default group its network. */
  readonly resource: ResourceId;
  /** A default group is called by this; a policy is nothing that is drawn. */
  readonly title: Words;
}

export interface ZoneLoss {
  /** Whether the way stays open when any one Availability Zone fails; null: the design does not say enough. */
  readonly survives: boolean | null;
  readonly says: Words;
  readonly zones: readonly ZoneOutcome[];
}

export interface ZoneOutcome {
  readonly zone: string;
  /** `with-its-ends`: the source or the destination fails with the zone itself. */
  readonly outcome: 'passes' | 'stops' | 'unknown' | 'with-its-ends';
  /** What is on the way and fails with the zone. */
  readonly lost: readonly ResourceId[];
}

export interface WayCost {
  /** What this way costs a month: the hours of all that stands on it, and what the flow pays to pass. The sum of what is known. */
  readonly monthlyUsd: number | null;
  /** Whether every line is known. */
  readonly complete: boolean;
  /** What one more gigabyte costs; null where that is not known. */
  readonly usdPerGb: number | null;
  readonly lines: readonly CostLine[];
  readonly notKnown: readonly Words[];
  /** What the amounts take for granted. */
  readonly assumes: readonly Words[];
  /** By how much the bill of the whole design changes with the plan, where all of that is known. */
  readonly changeUsd: number | null;
}
