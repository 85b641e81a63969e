/**
 * Where a template says the name of one of its things: the definition, and every reference to it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
import type { TemplateSource } from '../source/parseTemplate';
import { callOf, entryOf, valueOf, type MapNode, type ScalarNode, type SyntaxNode } from '../source/syntax';

/** Resources and parameters share their references, and therefore their names. */
export type NamedSection = 'Resources' | 'Parameters' | 'Conditions' | 'Mappings';

export interface NamedThing {
  readonly section: NamedSection;
  readonly name: string;
}

/** A stretch of the text that is the name, without quotation marks. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
}

const sections: readonly NamedSection[] = ['Resources', 'Parameters', 'Conditions', 'Mappings'];

/** The thing that a name at an offset of the text means; undefined where none stands there. */
export function thingAt(source: TemplateSource, offset: number): NamedThing | undefined {
  for (const section of sections) {
    const node = valueOf(source.root, section);
    if (node?.is !== 'map') continue;
    for (const name of node.entries.keys()) {
      const thing = { section, name };
      if (occurrencesOf(source, thing).some(({ start, end }) => offset >= start && offset <= end))
        return thing;
    }
  }
  return undefined;
}

/** In the order of the text. */
export function occurrencesOf(
  { root, text }: TemplateSource,
  { section, name }: NamedThing,
): readonly Occurrence[] {
  const found = new Map<number, Occurrence>();
  const take = (from: number, to: number): void => {
    const start = text.indexOf(name, from);
    if (start >= 0 && start + name.length <= to) found.set(start, { start, end: start + name.length });
  };
  const takeScalar = (node: SyntaxNode | undefined): void => {
    if (node?.is === 'scalar' && node.text === name && node.aliasOf === undefined) take(node.start, node.end);
  };
  const isValue = section === 'Resources' || section === 'Parameters';

  const own = entryOf(valueOf(root, section), name);
  if (own !== undefined) take(own.keyStart, own.keyEnd);

  const walk = (node: SyntaxNode): void => {
    if (node.is === 'scalar' || node.aliasOf !== undefined) return;
    const call = callOf(node);
    if (call !== undefined) takeCall(call.name, call.argument);
    if (node.is === 'list') node.items.forEach(walk);
    else {
      takeAttributes(node);
      for (const { value } of node.entries.values()) walk(value);
    }
  };

  const takeCall = (called: string, argument: SyntaxNode): void => {
    const [first] = argument.is === 'list' ? argument.items : [argument];
    switch (called) {
      case 'Ref':
        if (isValue) takeScalar(argument);
        return;
      case 'Condition':
        if (section === 'Conditions') takeScalar(argument);
        return;
      case 'Fn::If':
        if (section === 'Conditions' && argument.is === 'list') takeScalar(first);
        return;
      case 'Fn::FindInMap':
        if (section === 'Mappings' && argument.is === 'list') takeScalar(first);
        return;
      case 'Fn::GetAtt':
        if (section !== 'Resources' || first?.is !== 'scalar') return;
        if (first.text === name || first.text.startsWith(`${name}.`)) take(first.start, first.end);
        return;
      case 'Fn::Sub':
        if (isValue && first?.is === 'scalar') takeVariables(first, argument);
        return;
      default:
    }
  };

  /** `${Name}` and `${Name.Attribute}`, unless the function brings a variable of that name itself. */
  const takeVariables = (template: ScalarNode, argument: SyntaxNode): void => {
    const variables = argument.is === 'list' ? argument.items[1] : undefined;
    if (entryOf(variables, name) !== undefined || template.aliasOf !== undefined) return;
    const written = text.slice(template.start, template.end);
    for (const { 0: whole, index } of written.matchAll(/\$\{\s*([A-Za-z0-9:]+)(?=[\s.}])/g))
      if (whole.replace(/^\$\{\s*/, '') === name)
        take(template.start + index, template.start + index + whole.length);
  };

  /** What is beside the properties of a resource or an output. */
  const takeAttributes = (node: MapNode): void => {
    if (section === 'Conditions') takeScalar(valueOf(node, 'Condition'));
  };

  walk(root);
  if (section === 'Resources') takeDependencies(root, takeScalar);
  if (section === 'Parameters')
    takeInterface(root, takeScalar, (entry) => take(entry.keyStart, entry.keyEnd), name);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function takeDependencies(root: SyntaxNode, takeScalar: (node: SyntaxNode | undefined) => void): void {
  const resources = valueOf(root, 'Resources');
  if (resources?.is !== 'map') return;
  for (const { value } of resources.entries.values()) {
    const depends = valueOf(value, 'DependsOn');
    if (depends?.is === 'list') depends.items.forEach(takeScalar);
    else takeScalar(depends);
  }
}

/** How the console shows parameters: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html */
function takeInterface(
  root: SyntaxNode,
  takeScalar: (node: SyntaxNode | undefined) => void,
  takeKey: (entry: { readonly keyStart: number; readonly keyEnd: number }) => void,
  name: string,
): void {
  const shown = valueOf(valueOf(root, 'Metadata'), 'AWS::CloudFormation::Interface');
  const groups = valueOf(shown, 'ParameterGroups');
  if (groups?.is === 'list')
    for (const group of groups.items) {
      const parameters = valueOf(group, 'Parameters');
      if (parameters?.is === 'list') parameters.items.forEach(takeScalar);
    }
  const label = entryOf(valueOf(shown, 'ParameterLabels'), name);
  if (label !== undefined) takeKey(label);
}
