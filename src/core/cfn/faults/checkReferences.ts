/**
 * Follows every reference of a template: those to nothing, those to the wrong sort of thing, and texts that stand where
 * a reference was meant.
 */
import type { Words } from '../../../lib/words';
import { subPieces } from '../evaluate/sub';
import type { Path, SyntaxNode } from '../source/syntax';
import { callOf, isNull, valueOf } from '../source/syntax';
import type { Stack } from '../stack';
import { textOf } from '../stack';
import { findCircles, type Reach } from './circles';
import { idProperty, mayBeAnything, type IdProperty } from './idProperties';
import { likely, nearest, type Likely } from '../../../lib/nearest';
import type { Spot, TemplateFault } from './templateFault';
import { didYouMean } from './templateFault';

export interface CheckedReferences {
  readonly faults: readonly TemplateFault[];
  /** For the node of a faulty reference, the logical ID that was surely meant. */
  readonly meant: ReadonlyMap<SyntaxNode, string>;
}

/** A value under a property that names resources. */
interface Place extends Spot {
  readonly expects: IdProperty | undefined;
  /** Inside the argument of a function, whose items are no places of their own. */
  readonly inCall: boolean;
}

export function checkReferences(stack: Stack): CheckedReferences {
  const faults: TemplateFault[] = [];
  const meant = new Map<SyntaxNode, string>();
  const reaches: Reach[] = [];
  const macros = hasMacros(stack);

  const fault = (rule: TemplateFault['rule'], place: Spot, message: Words): void => {
    faults.push({ rule, message, on: place.on, path: place.path, offset: place.offset });
  };

  const walk = (node: SyntaxNode, place: Place): void => {
    if (node.is === 'scalar') {
      if (isNull(node)) return;
      if (place.expects !== undefined) checkLiteral(node, node.text, place, place.expects);
      return;
    }
    if (node.is === 'list') {
      if (place.expects !== undefined && place.expects.list === undefined && !place.inCall)
        fault('template-wrong-shape', place, {
          en: `${place.property} of ${place.on} takes one value, not a list`,
          ja: `${place.on} の ${place.property} に指定できる値は 1 つです。リストは指定できません`,
        });
      node.items.forEach((item, index) =>
        walk(item, {
          ...place,
          path: [...place.path, index],
          offset: place.inCall ? place.offset : item.start,
        }),
      );
      return;
    }
    const call = callOf(node);
    if (call === undefined) {
      for (const [key, { keyStart, value }] of node.entries) {
        // A loop brings variables of its own.
        if (key.startsWith('Fn::ForEach')) continue;
        const expects = idProperty(place.type, key);
        const inner = { ...place, path: [...place.path, key], offset: keyStart, property: key };
        if (expects?.list === true) checkListShape(value, inner);
        walk(value, { ...inner, expects, inCall: false });
      }
      return;
    }
    followCall(node, call.name, call.argument, place);
  };

  const followCall = (node: SyntaxNode, name: string, argument: SyntaxNode, place: Place): void => {
    const inside: Place = {
      ...place,
      path: [...place.path, name],
      expects: undefined,
      inCall: true,
    };
    const parts = argument.is === 'list' ? argument.items : [argument];
    switch (name) {
      case 'Ref':
        if (argument.is === 'scalar') follow(node, argument.text, undefined, place);
        return;
      case 'Condition':
        if (argument.is === 'scalar') checkCondition(argument.text, place);
        return;
      case 'Fn::GetAtt': {
        const text = textOf(argument);
        const dot = text?.indexOf('.') ?? -1;
        const [owner, attribute] =
          text === undefined
            ? [textOf(parts[0]), textOf(parts[1])]
            : [text.slice(0, dot), text.slice(dot + 1)];
        if (text !== undefined && dot < 0)
          fault('template-wrong-shape', place, {
            en: `Fn::GetAtt of ${place.on} needs a resource and an attribute, as in “${text}.Arn”`,
            ja: `${place.on} の Fn::GetAtt には「${text}.Arn」のようにリソースと属性を指定してください`,
          });
        else if (owner !== undefined) follow(node, owner, attribute ?? '', place);
        parts.slice(1).forEach((part, index) => walk(part, { ...inside, path: [...inside.path, index + 1] }));
        return;
      }
      case 'Fn::Sub': {
        const template = textOf(argument.is === 'list' ? parts[0] : argument);
        const variables = argument.is === 'list' ? parts[1] : undefined;
        const given = variables?.is === 'map' ? variables.entries : new Map<string, unknown>();
        const pieces = subPieces(template ?? '');
        for (const piece of pieces) {
          if (piece.is !== 'variable' || given.has(piece.name)) continue;
          const dot = piece.name.indexOf('.');
          const lone = pieces.length === 1;
          follow(
            lone ? node : undefined,
            dot < 0 ? piece.name : piece.name.slice(0, dot),
            dot < 0 ? undefined : piece.name.slice(dot + 1),
            lone ? place : inside,
          );
        }
        if (variables !== undefined) walk(variables, { ...inside, path: [...inside.path, 1] });
        return;
      }
      case 'Fn::If': {
        const condition = textOf(parts[0]);
        if (condition !== undefined) checkCondition(condition, place);
        // Either branch stands where the whole stands.
        parts
          .slice(1)
          .forEach((part, index) =>
            walk(part, { ...place, path: [...inside.path, index + 1], inCall: true }),
          );
        return;
      }
      case 'Fn::FindInMap':
        checkMapping(parts, place);
        break;
      default:
    }
    if (name.startsWith('Fn::ForEach')) return;
    walk(argument, inside);
  };

  /** A name behind `Ref` (no attribute), `Fn::GetAtt` or a variable. */
  const follow = (
    node: SyntaxNode | undefined,
    name: string,
    attribute: string | undefined,
    place: Place,
  ): void => {
    if (name.startsWith('AWS::') && attribute === undefined) {
      if (!pseudoParameters.has(name)) danglingReference(undefined, name, place, pseudoParameters);
      return;
    }
    const target = stack.resources.get(name);
    if (target !== undefined) {
      reaches.push({ from: place.on, to: name, place });
      if (place.expects !== undefined) checkTarget(node, name, target.type, attribute, place, place.expects);
      return;
    }
    const parameter = stack.parameters.get(name);
    if (parameter !== undefined && attribute === undefined) {
      if (place.expects !== undefined)
        checkParameter(name, textOf(valueOf(parameter.value, 'Type')) ?? '', place, place.expects);
      return;
    }
    if (parameter !== undefined)
      fault('template-wrong-type-reference', place, {
        en: `${place.property} of ${place.on} asks for the attribute “${attribute ?? ''}” of ${name}, which is a parameter; parameters have none`,
        ja: `${place.on} の ${place.property} がパラメータ ${name} の属性「${attribute ?? ''}」を参照しています。パラメータに属性はありません`,
      });
    else if (!macros(name)) {
      const names =
        attribute === undefined
          ? [...stack.resources.keys(), ...stack.parameters.keys()]
          : stack.resources.keys();
      danglingReference(node, name, place, names);
    }
  };

  const danglingReference = (
    node: SyntaxNode | undefined,
    name: string,
    place: Place,
    candidates: Iterable<string>,
  ): void => {
    const near = likelyMeant(stack, name, place.expects, candidates);
    if (node !== undefined && near?.sure === true && stack.resources.has(near.name))
      meant.set(node, near.name);
    const { en, ja } = didYouMean(near?.name);
    fault('template-dangling-reference', place, {
      en: `${place.property} of ${place.on} refers to “${name}”, which the template does not have${en}`,
      ja: `${place.on} の ${place.property} が、テンプレートにない「${name}」を参照しています${ja}`,
    });
  };

  const checkTarget = (
    node: SyntaxNode | undefined,
    name: string,
    type: string,
    attribute: string | undefined,
    place: Place,
    expects: IdProperty,
  ): void => {
    if (mayBeAnything(type) || type === '') return;
    // An attribute may give anything: the VPC of a subnet, say.
    if (attribute !== undefined) return;
    if (!expects.types.includes(type)) {
      const near = likelyMeant(stack, name, expects, []);
      const { en, ja } = didYouMean(near?.name);
      if (node !== undefined && near?.sure === true) meant.set(node, near.name);
      fault('template-wrong-type-reference', place, {
        en: `${place.property} of ${place.on} refers to ${name}, which is ${type} and not ${expects.types[0] ?? ''}${en}`,
        ja: `${place.on} の ${place.property} が参照する ${name} は ${type} です。${expects.types[0] ?? ''} を参照してください${ja}`,
      });
    } else if (expects.attribute !== undefined)
      fault('template-wrong-type-reference', place, {
        en: `${place.property} of ${place.on} needs !GetAtt ${name}.${expects.attribute}; !Ref ${name} gives something else`,
        ja: `${place.on} の ${place.property} には !GetAtt ${name}.${expects.attribute} を指定してください。!Ref ${name} は別の値になります`,
      });
  };

  const checkParameter = (name: string, type: string, place: Place, expects: IdProperty): void => {
    const inner = /^(?:List<)?(AWS::EC2::[A-Za-z]+)::Id>?$/.exec(type)?.[1];
    if (inner !== undefined && !expects.types.includes(inner) && inner !== 'AWS::EC2::Image')
      fault('template-wrong-type-reference', place, {
        en: `${place.property} of ${place.on} refers to the parameter ${name}, which is ${type}`,
        ja: `${place.on} の ${place.property} が参照するパラメータ ${name} の型は ${type} です`,
      });
  };

  const checkLiteral = (node: SyntaxNode, text: string, place: Place, expects: IdProperty): void => {
    const named = stack.resources.get(text);
    const isName = expects.id === undefined;
    if (isName ? named === undefined || !expects.types.includes(named.type) : expects.id?.test(text) === true)
      return;
    // An empty text, a dynamic reference, or a text of which a tool fills a part is none of ours to judge.
    if (text === '' || text.includes('{{') || text.includes('${')) return;
    const near: Likely | undefined =
      named !== undefined && expects.types.includes(named.type)
        ? { name: text, sure: true }
        : stack.parameters.has(text)
          ? { name: text, sure: false }
          : likelyMeant(stack, text, expects, stack.resources.keys());
    if (near?.sure === true) meant.set(node, near.name);
    const write =
      near === undefined
        ? { en: '', ja: '' }
        : {
            en: `; did you mean ${referenceTo(near.name, expects)}?`,
            ja: `。${referenceTo(near.name, expects)} の誤りではありませんか`,
          };
    fault('template-literal-for-reference', place, {
      en: `${place.property} of ${place.on} is the text “${text}”, which is no id${write.en}`,
      ja: `${place.on} の ${place.property} が「${text}」という文字列です。ID ではありません${write.ja}`,
    });
  };

  const checkListShape = (value: SyntaxNode, place: Spot): void => {
    const call = callOf(value);
    const target = call?.name === 'Ref' ? textOf(call.argument) : undefined;
    const isOne =
      value.is === 'scalar'
        ? value.text !== '' && !isNull(value)
        : call?.name === 'Fn::GetAtt' || (target !== undefined && stack.resources.has(target));
    if (isOne)
      fault('template-wrong-shape', place, {
        en: `${place.property} of ${place.on} takes a list, not one value; put “- ” before it`,
        ja: `${place.on} の ${place.property} にはリストを指定します。値の前に「- 」を付けてください`,
      });
  };

  const checkCondition = (name: string, place: Spot): void => {
    if (stack.conditions.has(name)) return;
    const { en, ja } = didYouMean(nearest(name, stack.conditions.keys()));
    fault('template-unknown-condition', place, {
      en: `${place.on} depends on the condition “${name}”, which the template does not have${en}`,
      ja: `${place.on} が、テンプレートにない条件「${name}」を使っています${ja}`,
    });
  };

  const checkMapping = (parts: readonly SyntaxNode[], place: Spot): void => {
    const name = textOf(parts[0]);
    if (name === undefined || stack.mappings.has(name) || parts.length > 3) return;
    const { en, ja } = didYouMean(nearest(name, stack.mappings.keys()));
    fault('template-dangling-reference', place, {
      en: `${place.property} of ${place.on} looks in the mapping “${name}”, which the template does not have${en}`,
      ja: `${place.on} の ${place.property} が、テンプレートにないマッピング「${name}」を参照しています${ja}`,
    });
  };

  const checkDependsOn = (node: SyntaxNode, spot: Spot): void => {
    const items = node.is === 'list' ? node.items : [node];
    items.forEach((item, index) => {
      if (item.is !== 'scalar') {
        fault('template-wrong-shape', spot, {
          en: `DependsOn of ${spot.on} takes logical IDs as texts, not functions`,
          ja: `${spot.on} の DependsOn には、関数ではなく論理 ID を文字列で指定してください`,
        });
        return;
      }
      const place = node.is === 'list' ? { ...spot, path: [...spot.path, index], offset: item.start } : spot;
      if (stack.resources.has(item.text)) reaches.push({ from: spot.on, to: item.text, place });
      else if (!macros(item.text)) {
        const { en, ja } = didYouMean(nearest(item.text, stack.resources.keys()));
        fault('template-dangling-reference', place, {
          en: `DependsOn of ${spot.on} names “${item.text}”, which is no resource of the template${en}`,
          ja: `${spot.on} の DependsOn に、テンプレートにないリソース「${item.text}」が指定されています${ja}`,
        });
      }
    });
  };

  for (const { logicalId, keyStart, node, type, properties } of stack.resources.values()) {
    const spot = (key: string, offset: number): Spot => ({
      on: logicalId,
      type,
      path: ['Resources', logicalId, key],
      offset,
      property: key,
    });
    if (node.is !== 'map') continue;
    for (const [key, entry] of node.entries) {
      if (isNull(entry.value)) continue;
      if (key === 'DependsOn') checkDependsOn(entry.value, spot(key, entry.keyStart));
      else if (key === 'Condition' && entry.value.is === 'scalar')
        checkCondition(entry.value.text, spot(key, entry.keyStart));
      else if (key !== 'Properties')
        walk(entry.value, { ...spot(key, entry.keyStart), expects: undefined, inCall: false });
    }
    if (properties !== undefined)
      walk(properties, { ...spot('Properties', keyStart), expects: undefined, inCall: false });
  }
  for (const [section, entries] of [
    ['Conditions', stack.conditions],
    ['Outputs', stack.outputs],
  ] as const)
    for (const [name, { keyStart, value }] of entries) {
      const path: Path = [section, name];
      const place = {
        on: name,
        type: '',
        path,
        offset: keyStart,
        property: section === 'Outputs' ? 'Value' : name,
      };
      const condition = section === 'Outputs' ? valueOf(value, 'Condition') : undefined;
      if (condition?.is === 'scalar') checkCondition(condition.text, place);
      walk(value, { ...place, expects: undefined, inCall: false });
    }
  faults.push(...findCircles(reaches));
  return { faults, meant };
}

const pseudoParameters: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** The name that was meant: one of the right type first; the only one of its type when no name is near. */
function likelyMeant(
  stack: Stack,
  name: string,
  expects: IdProperty | undefined,
  candidates: Iterable<string>,
): Likely | undefined {
  if (expects === undefined) return likely(name, candidates);
  const right = [...stack.resources.values()].filter(({ type }) => expects.types.includes(type));
  const near = likely(
    name,
    right.map(({ logicalId }) => logicalId),
  );
  const only = right.length === 1 ? right[0] : undefined;
  return near ?? (only === undefined ? undefined : { name: only.logicalId, sure: true });
}

function referenceTo(logicalId: string, { attribute }: IdProperty): string {
  return attribute === undefined ? `!Ref ${logicalId}` : `!GetAtt ${logicalId}.${attribute}`;
}

/** Whether a name may come from a macro, which makes resources that the template does not show. */
function hasMacros(stack: Stack): (name: string) => boolean {
  const transform = valueOf(stack.source.root, 'Transform');
  const names = transform?.is === 'list' ? transform.items.map(textOf) : [textOf(transform)];
  const others = names.filter((name) => name !== undefined && name !== 'AWS::LanguageExtensions');
  const inResources = valueOf(stack.source.root, 'Resources');
  const loops =
    inResources?.is === 'map' && [...inResources.entries.keys()].some((key) => key.startsWith('Fn::'));
  if (others.some((name) => name !== 'AWS::Serverless-2016-10-31') || loops) return () => true;
  // A module's resources have names that begin with its own; a tool's module has no type that is a text.
  const owners = [...stack.resources.values()].filter(
    ({ type }) => type === '' || type.startsWith('AWS::Serverless::') || type.endsWith('::MODULE'),
  );
  return (name) =>
    (others.length > 0 && name.startsWith('Serverless')) ||
    owners.some(({ logicalId }) => name !== logicalId && name.startsWith(logicalId));
}
