/** What comes of asking for a name. */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { IpAddress } from '../address';
import type { NotCreated, Remark } from '../hops/behaviour';
import type { Block } from '../trace';
import type { Interface } from '../world';

export type NameAnswer = Found | Missing | Undecided;

interface Told {
  readonly host: string;
  /** Who decided what, in turn: a forwarding rule, then a zone, then a record. */
  readonly stages: readonly Stage[];
  /** What would have to be known for the answer to be certain. */
  readonly doubts: readonly Words[];
  /** What was assumed. */
  readonly notes: readonly Words[];
  /** Endpoints that were meant to answer and cannot exist. */
  readonly notCreated: readonly NotCreated[];
  /** Those who do not answer for a reason. */
  readonly remarks: readonly Remark[];
}

export interface Found extends Told {
  readonly is: 'found';
  /** Groups of what the name leads to: within one all must work, and one that works is enough (IPv6 beside IPv4). */
  readonly options: readonly (readonly Lead[])[];
}

/** The name has no address, or nobody who could say it can be asked. */
export interface Missing extends Told {
  readonly is: 'missing';
  /** Who is to blame, the first of all. */
  readonly blocks: readonly NameFault[];
}

/** The answer hangs on something outside the design. */
export interface Undecided extends Told {
  readonly is: 'undecided';
  readonly why: Words;
}

export interface Stage {
  readonly at: ResourceId | null;
  readonly resource: ResourceId | null;
  readonly row?: string;
  readonly field?: string;
  readonly rowKey?: string;
  readonly says: Words;
  /** Whether the question gets no further than here. */
  readonly stops?: true;
}

export type NameFault = Omit<Block, 'direction'>;

export type Lead =
  /** `families`: those of which there are records. */
  | { readonly to: 'interface'; readonly interface: Interface; readonly families: readonly Family[] }
  | { readonly to: 'address'; readonly address: IpAddress }
  /** A resource as if it were itself the destination: what a record is an alias of. */
  | { readonly to: 'resource'; readonly resource: ResourceId };

/** One answer of several that may be given; `why`: what would have to be known to say that it is this one. */
export interface Possible<A extends NameAnswer = NameAnswer> {
  readonly answer: A;
  readonly why: Words | null;
}

/** More possible answers than this are not told apart. */
const most = 8;

/** The first is the one that is given as far as the design is known. Never empty. */
export type Answers = readonly [Possible, ...Possible[]];

export function certainly(answer: NameAnswer): Answers {
  return [{ answer, why: null }];
}

/** The answers of several questions of which one counts, the first of them as far as the design is known. */
export function joined([first, ...others]: readonly [Answers, ...Answers[]]): Answers {
  const [one, ...more] = first;
  return [one, ...[...more, ...others.flat()].slice(0, most - 1)];
}

/** The same answers, with something changed in each. */
export function inEach(answers: Answers, change: (answer: NameAnswer) => NameAnswer): Answers {
  const [first, ...others] = answers.map(({ answer, why }): Possible => ({ answer: change(answer), why }));
  return first === undefined ? answers : [first, ...others];
}

/** The same answers, `why` being the reason why it may be one of them. */
export function because(why: Words, answers: Answers): Answers {
  const [first, ...others] = answers;
  return [
    { answer: first.answer, why: first.why ?? why },
    ...others.map((other) => ({ answer: other.answer, why: other.why ?? why })),
  ];
}

/** With stages that came before. */
export function after<A extends NameAnswer>(stages: readonly Stage[], answer: A): A {
  return { ...answer, stages: [...stages, ...answer.stages] };
}

export function found(host: string, options: Found['options'], ...stages: readonly Stage[]): Found {
  return { is: 'found', host, options, stages, ...nothingElse };
}

export function missing(host: string, blocks: readonly NameFault[], ...stages: readonly Stage[]): Missing {
  return { is: 'missing', host, blocks, stages, ...nothingElse };
}

export function undecided(host: string, why: Words, ...stages: readonly Stage[]): Undecided {
  return { is: 'undecided', host, why, stages, ...nothingElse };
}

const nothingElse = { doubts: [], notes: [], notCreated: [], remarks: [] } as const;

/** A name that is not resolved, with who is to blame. */
export function unresolved(
  says: Words,
  blame: {
    readonly resource: ResourceId | null;
    readonly row?: string;
    readonly field?: string;
    readonly rowKey?: string;
  },
): NameFault {
  return {
    ...blame,
    row: blame.row ?? null,
    at: blame.resource,
    code: 'unresolved-name',
    analyzerCode: null,
    says,
  };
}
