/** How a kind is written as the records that AWS's own commands would give of it. */
import type { Surroundings } from '../catalog/kind';
import type { Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Unknown } from '../model/value';

export interface AnswerWriting<K extends KindName = KindName> {
  readonly kind: K;
  /** How AWS's id of it begins (`vpc-`), or what its ARN says, given its own name in AWS. */
  readonly id: string | ((resource: Resource<K>, scope: AnswerScope) => string);
  write(resource: Resource<K>, scope: AnswerScope): void;
}

/** A mapping whose kind has been forgotten. */
export interface AnyAnswerWriting {
  readonly kind: KindName;
  readonly id: string | ((resource: Resource, scope: AnswerScope) => string);
  write(resource: Resource, scope: AnswerScope): void;
}

/** Checks a mapping as it is written. */
export function writesAnswers<const K extends KindName>(writing: AnswerWriting<K>): AnswerWriting<K> {
  return writing;
}

/** A record as it is printed; what is undefined is left out. */
export type AnswerRecord = Readonly<Record<string, unknown>>;

/** A network interface that AWS makes for something. */
export interface MadeInterface {
  /** Tells the interfaces of one resource apart: by their subnets, say. */
  readonly key: string;
  readonly subnet: ResourceId;
  readonly groups: readonly AnswerRecord[];
  /** `interface` for one that is somebody's own. */
  readonly type: string;
  readonly description: string;
  readonly isManaged: boolean;
  readonly address?: string;
  readonly further?: readonly string[];
  readonly ipv6?: boolean;
  readonly sourceDestCheck?: boolean;
  /** The public address with its owner: the account, or Amazon. */
  readonly association?: AnswerRecord;
  readonly attachment?: AnswerRecord;
  readonly tags?: readonly AnswerRecord[];
}

export interface AnswerScope extends Omit<Surroundings, 'all'> {
  readonly account: string;
  /** The Region as the parts of an ARN know it. */
  arn(service: string, resource: string): string;
  /** AWS's id of a resource: its own where it has one already. Empty for nothing. */
  id(resource: ResourceId | null): string;
  /** An id of something that is not drawn; the same for the same key. */
  made(prefix: string, key: string): string;
  /** What is anywhere in a network, and everything of a kind. */
  within<K extends KindName>(kind: K, network: ResourceId | undefined): readonly Resource<K>[];
  all<K extends KindName>(kind: K): readonly Resource<K>[];
  /** Adds a record to a list; `of`: AWS's id of what the call was made for. */
  add(list: string, record: AnswerRecord, of?: string): void;
  /** The same for what many resources name: there is one record for each key. */
  addOnce(list: string, key: string, record: AnswerRecord): void;
  /** Says that a list was asked for, for whatever there is of it. */
  asked(list: string, of?: string): void;
  tags(resource: Resource): readonly AnswerRecord[];
  /** A private address of a subnet: the wanted one, else a free one; the same for the same key. Empty where there is none. */
  address(key: string, subnet: ResourceId, wanted?: string): string;
  publicAddress(key: string): string;
  /** Adds the interface and gives its record. */
  interface(of: Resource, made: MadeInterface): AnswerRecord;
  /** The groups that a record names: those given, or the default one of the network. */
  groups(named: readonly ResourceId[], network: ResourceId | undefined): readonly AnswerRecord[];
  /** Says that a prop is unknown that hangs on something else which is. */
  isUnknown(resource: Resource, prop: string, why: Unknown): void;
  /** Something that the form cannot say. */
  leavesOut(resource: Resource, what: string): void;
}
