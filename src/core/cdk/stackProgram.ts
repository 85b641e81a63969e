/**
 * A template as a CDK program in no language yet: what is declared, in an order in which each thing can refer to those
 * before it. Everything the template says is in it, or in `remarks`.
 */
import type { Words } from '../../lib/words';
import { schemaOf } from '../cfn/schema/schema';
import { writtenOut } from '../cfn/loops/writtenOut';
import type { CfnTemplate, CfnValue } from '../cfn/template';
import { namesIn, resourcesIn, type Entries, type Expression } from './expression';
import { classOf } from './names';
import { inOrder } from './order';
import { isTextForObject } from './fitted';
import { readAnything, readValue, type Declared } from './readExpression';
import { withoutOwn } from './withoutOwn';
import { readParameter, type ProgramParameter } from './readParameter';

export interface StackProgram {
  /** '' for none. */
  readonly description: string;
  readonly transforms: readonly string[];
  readonly parameters: readonly ProgramParameter[];
  readonly mappings: readonly { readonly name: string; readonly mapping: Expression }[];
  readonly conditions: readonly { readonly name: string; readonly test: ConditionTest }[];
  readonly resources: readonly ProgramResource[];
  readonly outputs: readonly ProgramOutput[];
  readonly metadata: Expression | null;
  /** What the program leaves out. */
  readonly remarks: readonly Words[];
}

export type ConditionTest =
  | { readonly is: 'equals'; readonly one: Expression; readonly other: Expression }
  | { readonly is: 'and' | 'or'; readonly of: readonly ConditionTest[] }
  | { readonly is: 'not'; readonly of: ConditionTest }
  | { readonly is: 'named'; readonly name: string }
  /** A function that the library has no method for, as data. */
  | { readonly is: 'data'; readonly value: Expression };

export interface ProgramResource {
  readonly id: string;
  readonly type: string;
  /** The logical ID of the VPC that it belongs to; '' for those of several, or of none. */
  readonly section: string;
  /** `class`: one of the library, with properties that it knows. `plain`: any type, the properties being data. */
  readonly as: 'class' | 'plain';
  readonly properties: Entries;
  /** Properties that the class does not take, as they stand in the template. */
  readonly overrides: Entries;
  readonly dependsOn: readonly string[];
  readonly condition: string | null;
  /** Attributes of a resource beside its properties, as they stand in the template: `DeletionPolicy`, `Metadata`, … */
  readonly attributes: Entries;
}

export interface ProgramOutput {
  readonly name: string;
  readonly description: string;
  readonly value: Expression;
  readonly exportName: Expression | null;
  readonly condition: string | null;
}

export function readStack(written: CfnTemplate): StackProgram {
  // The library knows no loops of CloudFormation.
  const { template, overParameters } = writtenOut(withoutOwn(written), 'ap-northeast-1');
  const { others = {} } = template;
  const remarks: Words[] = overParameters.map(({ loop, parameter }) => ({
    en: `${loop} was written out for the default of the parameter ${parameter}`,
    ja: `${loop} は、パラメータ ${parameter} の既定値について書き出しました`,
  }));
  const parameters = Object.entries(template.Parameters).map(([name, each]) => readParameter(name, each));
  const known = Object.entries(template.Resources).filter(([id, each]) => {
    const isOne =
      !id.startsWith('Fn::') && typeof (each as unknown) === 'object' && typeof each.Type === 'string';
    if (!isOne) remarks.push(leftOut(`Resources.${id}`));
    return isOne;
  });
  for (const name of Object.keys(others)) if (!sections.has(name)) remarks.push(leftOut(name));
  const conditionTexts = mapOf(others['Conditions']);
  const declared: Declared = {
    resources: new Map(known.map(([id, { Type }]) => [id, Type])),
    parameters: new Map(parameters.map((each) => [each.name, each])),
    conditions: new Set(Object.keys(conditionTexts)),
    mappings: mapOf(others['Mappings']),
  };
  const conditions = Object.entries(conditionTexts).map(([name, value]) => ({
    name,
    test: readCondition(value, declared),
  }));
  const read = known.map(([id, each]) => readResource(id, each, declared));
  return {
    description: template.Description ?? '',
    transforms: [others['Transform'] ?? []].flat().filter((each) => typeof each === 'string'),
    parameters,
    mappings: Object.entries(declared.mappings).map(([name, value]) => ({
      name,
      mapping: readAnything(value, declared),
    })),
    conditions: inOrder(
      conditions.map((each) => ({ ...each, id: each.name, section: '', after: conditionsIn(each.test) })),
    ).map(({ name, test }) => ({ name, test })),
    resources: inOrder(
      withSections(read).map((each) => ({ ...each, after: [...each.dependsOn, ...referredBy(each)] })),
    ),
    outputs: Object.entries(template.Outputs).map(([name, output]) => ({
      name,
      description: output.Description ?? '',
      value: readValue(output.Value, { is: 'text' }, '', declared) ?? { is: 'text', text: '' },
      exportName:
        output.Export === undefined
          ? null
          : (readValue(output.Export.Name, { is: 'text' }, '', declared) ?? null),
      condition: conditionOf(output, declared),
    })),
    metadata: readMetadata(others['Metadata'], declared),
    remarks,
  };
}

const sections: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Mappings',
  'Metadata',
  'Transform',
]);

/** How the console shows parameters has no meaning once they are properties of the stack. */
function readMetadata(metadata: CfnValue | undefined, declared: Declared): Expression | null {
  const { 'AWS::CloudFormation::Interface': _, ...kept } = mapOf(metadata);
  return Object.keys(kept).length === 0 ? null : readAnything(kept, declared);
}

function leftOut(what: string): Words {
  return {
    en: `${what} cannot be said in CDK code and was left out`,
    ja: `${what} は CDK のコードで表せないため、出力していません`,
  };
}

type Unplaced = Omit<ProgramResource, 'section'>;

function readResource(id: string, resource: CfnTemplate['Resources'][string], declared: Declared): Unplaced {
  const { Type: type, Properties = {}, Condition: _, DependsOn, ...attributes } = resource;
  const stated = Object.entries(Properties).filter((entry): entry is [string, CfnValue] => entry[1] != null);
  const typed = typedProperties(type, stated, declared);
  // What it waits for and is not there can only be named.
  const before = [DependsOn ?? []].flat().map(String);
  const isSound = before.every((each) => declared.resources.has(each));
  const plain = (entries: readonly (readonly [string, CfnValue])[]): Entries =>
    entries.map(([name, value]) => [name, readAnything(value, declared)]);
  return {
    id,
    type,
    as: typed === undefined ? 'plain' : 'class',
    properties: typed ?? plain(stated),
    overrides:
      typed === undefined ? [] : plain(stated.filter(([name]) => !typed.some(([each]) => each === name))),
    dependsOn: isSound ? before : [],
    condition: conditionOf(resource, declared),
    attributes: plain(
      Object.entries({ ...attributes, ...(isSound ? {} : { DependsOn: before }) }).filter(
        (entry) => entry[1] !== undefined,
      ),
    ),
  };
}

/** The properties that the library's class of a type takes; undefined where it has none, or asks for more. */
function typedProperties(
  type: string,
  stated: readonly (readonly [string, CfnValue])[],
  declared: Declared,
): Entries | undefined {
  const schema = classOf(type) === undefined ? undefined : schemaOf(type);
  if (schema === undefined) return undefined;
  const typed = stated.flatMap(([name, value]): Entries => {
    const takes = schema.properties.get(name)?.takes;
    const read =
      takes && !isTextForObject(value, takes) ? readValue(value, takes, type, declared) : undefined;
    return read === undefined ? [] : [[name, read]];
  });
  const has = new Set(typed.map(([name]) => name));
  for (const [name, { required }] of schema.properties) if (required && !has.has(name)) return undefined;
  return typed;
}

function conditionOf(of: object, { conditions }: Declared): string | null {
  const name = 'Condition' in of ? of.Condition : undefined;
  return typeof name === 'string' && conditions.has(name) ? name : null;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html */
function readCondition(value: CfnValue, declared: Declared): ConditionTest {
  return usualCondition(value, declared) ?? { is: 'data', value: readAnything(value, declared) };
}

function usualCondition(value: CfnValue, declared: Declared): ConditionTest | undefined {
  const [[name, given] = ['', null], ...others] = Object.entries(mapOf(value));
  if (others.length > 0) return undefined;
  const list = Array.isArray(given) ? (given as readonly CfnValue[]) : [];
  switch (name) {
    case 'Condition':
      return typeof given === 'string' && declared.conditions.has(given)
        ? { is: 'named', name: given }
        : undefined;
    case 'Fn::Equals': {
      const [one, other, ...more] = list;
      if (one === undefined || other === undefined || more.length > 0) return undefined;
      return { is: 'equals', one: readAnything(one, declared), other: readAnything(other, declared) };
    }
    case 'Fn::Not': {
      const [only, ...more] = list;
      return only === undefined || more.length > 0
        ? undefined
        : { is: 'not', of: readCondition(only, declared) };
    }
    case 'Fn::And':
    case 'Fn::Or': {
      if (list.length < 2) return undefined;
      return {
        is: name === 'Fn::And' ? 'and' : 'or',
        of: list.map((each) => readCondition(each, declared)),
      };
    }
    default:
      return undefined;
  }
}

export function* conditionsIn(test: ConditionTest): Generator<string> {
  if (test.is === 'named') yield test.name;
  if (test.is === 'equals') {
    yield* namesIn(test.one);
    yield* namesIn(test.other);
  }
  if (test.is === 'data') yield* namesIn(test.value);
  if (test.is === 'not') yield* conditionsIn(test.of);
  if (test.is === 'and' || test.is === 'or') for (const each of test.of) yield* conditionsIn(each);
}

/** The values that a resource is declared with. */
export function* valuesOf(resource: Unplaced): Generator<Expression> {
  for (const [, value] of [...resource.properties, ...resource.overrides, ...resource.attributes])
    yield value;
}

function* referredBy(resource: Unplaced): Generator<string> {
  for (const value of valuesOf(resource)) yield* resourcesIn(value);
}

/** A resource belongs to the one VPC that it refers to, itself or through others. */
function withSections(resources: readonly Unplaced[]): readonly ProgramResource[] {
  const byId = new Map(resources.map((each) => [each.id, each]));
  const found = new Map<string, ReadonlySet<string>>();
  const networksOf = (id: string): ReadonlySet<string> => {
    const known = found.get(id);
    if (known !== undefined) return known;
    // For a circle: whoever comes back here meets what is known so far.
    found.set(id, new Set());
    const resource = byId.get(id);
    const networks = new Set<string>();
    if (resource?.type === 'AWS::EC2::VPC') networks.add(id);
    else if (resource !== undefined)
      for (const each of referredBy(resource))
        for (const network of networksOf(each)) if (networks.size < 2) networks.add(network);
    found.set(id, networks);
    return networks;
  };
  return resources.map((each) => {
    const [only, ...more] = networksOf(each.id);
    return { ...each, section: more.length > 0 ? '' : (only ?? '') };
  });
}

function mapOf(value: CfnValue | undefined): Readonly<Record<string, CfnValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, CfnValue>>)
    : {};
}

/** The names of everything that something else refers to. */
export function usedIn(program: StackProgram): ReadonlySet<string> {
  const used = new Set<string>();
  const values: Expression[] = program.metadata === null ? [] : [program.metadata];
  for (const resource of program.resources) {
    values.push(...valuesOf(resource));
    for (const id of resource.dependsOn) used.add(id);
    if (resource.condition !== null) used.add(resource.condition);
  }
  for (const { value, exportName, condition } of program.outputs) {
    values.push(value, ...(exportName === null ? [] : [exportName]));
    if (condition !== null) used.add(condition);
  }
  for (const value of values) {
    for (const id of resourcesIn(value)) used.add(id);
    for (const name of namesIn(value)) used.add(name);
  }
  for (const { test } of program.conditions) for (const name of conditionsIn(test)) used.add(name);
  return used;
}
