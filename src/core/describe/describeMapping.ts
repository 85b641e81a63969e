/**
 * How a kind is found in the answers of AWS's own commands (`aws ec2 describe-vpcs`). An answer is
 * read as the CFN resources that would make the same, so that all a kind knows of reading these counts here, too.
 */
import type { CfnValue } from '../cfn/template';
import type { KindName } from '../model/kinds';
import type { AwsRecord } from './record';

export interface DescribeMapping<K extends KindName = KindName> {
  readonly kind: K;
  /** The calls whose answers it is read from and written to. */
  readonly calls: readonly DescribeCall[];
  /** By the name of the list in the answer: the CFN resources of a record. Nothing, for records of other kinds. */
  readonly reads: Readonly<
    Record<string, (record: AwsRecord, scope: DescribeReadScope) => Iterable<DescribedResource>>
  >;
}

/** A mapping whose kind has been forgotten. */
export type AnyDescribeMapping = DescribeMapping;

export interface DescribeCall {
  /** As it stands behind `aws`: `ec2 describe-vpcs`. */
  readonly command: string;
  /** The name of the list in its answer. */
  readonly list: string;
  /** For a call that is made once for each resource: the option that names it. */
  readonly of?: string;
  /** How the ids begin that its records are for. */
  readonly ids?: string;
}

/** A CFN resource that stands for something that exists. */
export interface DescribedResource {
  /** AWS's own id of it, or its ARN; for a part of another one (a route), that one's id and something behind it. */
  readonly id: string;
  /** What it is called in the diagram where it has no `Name` tag; its id if not said. */
  readonly name?: string;
  /** Other ids by which records mean it: the primary network interface of an instance. */
  readonly also?: readonly string[];
  /** The Region it is in, where the record says so. */
  readonly region?: string;
  /** The CFN type. Absent for what is none: then `draws` says what it is. */
  readonly type?: string;
  /** The kind of something that is no CFN resource; `says` are its props. */
  readonly draws?: KindName;
  /** References are `{ Ref: <id of AWS> }`, whether what they name is among the answers or not. */
  readonly properties?: Readonly<Record<string, CfnValue | undefined>>;
  /**
   * Props of the drawn resource that no template can say, in place of what was read: `{ main: true }`. A cell of a table is
   * `routes.<row>.target`.
   */
  readonly says?: Readonly<Record<string, unknown>>;
  /** For a part of another one: whose props `says` is about. */
  readonly of?: string;
  /** Whether it is drawn only where something else refers to it: what AWS makes along with every VPC. */
  readonly optional?: boolean;
}

export interface DescribeReadScope {
  /** Of the answers as a whole. */
  readonly region: string;
  /** The account that most records belong to; empty where none says. */
  readonly account: string;
  /** All records of a list. */
  all(list: string): readonly AwsRecord[];
  /** Those whose member is a text: the routes of a Client VPN endpoint. */
  where(list: string, member: string, text: string): readonly AwsRecord[];
  /**
   * The records of a call that was made for one resource. Where they do not name it, they are found by the names of their
   * files; `member`: where they do, the one that both have. Undefined where there is no such answer.
   */
  of(list: string, owner: AwsRecord, member?: string): readonly AwsRecord[] | undefined;
  /** Whether there is an answer with such a list at all. */
  isGiven(list: string): boolean;
  /** A prefix list: one's own as a reference, one of AWS by its name where that is known; undefined for an empty id. */
  prefixList(id: string): CfnValue | undefined;
  /** The `Name` and other tags, as CloudFormation has them. */
  tags(record: AwsRecord): CfnValue | undefined;
  /** Takes note that a call is missing; `argument`: of its option, for one that is made for each resource. */
  lacks(command: string, argument?: string): void;
}

/** Checks a mapping as it is written. */
export function describes<const K extends KindName>(mapping: DescribeMapping<K>): DescribeMapping<K> {
  return mapping;
}

/** A reference to whatever AWS gave an id; undefined for an empty one. */
export function refTo(id: string): CfnValue | undefined {
  return id === '' ? undefined : { Ref: id };
}

export function refsTo(ids: readonly string[]): CfnValue | undefined {
  const refs = ids.flatMap((id) => refTo(id) ?? []);
  return refs.length === 0 ? undefined : refs;
}
