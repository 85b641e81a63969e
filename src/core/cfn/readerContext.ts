/** What readers of CFN resources are given. */
import type { ResourceId } from '../model/document';
import type { DrawnResources } from './drawn';
import type { Guess } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import type { Refused } from './faults/checkPacketRules';
import type { TemplateFault } from './faults/templateFault';
import type { CfnReader } from './mapping';
import type { Path, SyntaxNode } from './source/syntax';
import type { StandIns } from './standIns';

/** What all readers of one drawn resource share. */
export interface ReaderContext {
  readonly owner: ResourceId;
  /** See `CfnReader.isImplied`. */
  readonly isImplied: boolean;
  readonly drawn: () => DrawnResources | undefined;
  readonly standIns: StandIns | undefined;
  /** Whether a CFN resource is made at all; its condition may forbid it. */
  readonly isMade: (evaluator: Evaluator, logicalId: string) => boolean;
  readonly places: Record<string, Path>;
  readonly expressions: Record<string, string>;
  /** A prop rests on what a faulty reference was likely meant to be. */
  guess(note: GuessNote): void;
  /** Something is wrong with what is read. */
  report(evaluator: Evaluator, fault: TemplateFault): void;
  readonly refused: Refused;
  /** Readers of the owner's satellites. */
  satellites(role: string): readonly CfnReader[];
  /** See `CfnReader.namedIn`; `of` is the resource that is named. */
  namedIn(of: Read, type: string, property: string): ReturnType<CfnReader['namedIn']>;
}

/** A guess and what rests on it. */
export interface GuessNote extends Guess {
  readonly prop: string;
  /** The value that was likely meant; where nothing is said, the one that was read. */
  readonly means?: unknown;
}

/** The object that a reader reads. */
export interface Read {
  readonly evaluator: Evaluator;
  readonly logicalId: string;
  /** See `CfnReader.row`. */
  readonly row?: string;
  readonly type: string;
  readonly node: SyntaxNode | undefined;
  readonly path: Path;
  readonly offset: number;
  /** Why it may not be its owner's at all. */
  readonly guess: Guess | undefined;
}
