/**
 * Follows every reference of a template: those to nothing, those to the wrong sort of thing, and texts that stand where
 * a reference was meant.
 */
import { nearest } from '../../../lib/nearest';
import type { Words } from '../../../lib/words';
import { subPieces } from '../evaluate/sub';
import type { Path, SyntaxNode } from '../source/syntax';
import { callOf, isNull, valueOf } from '../source/syntax';
import type { Stack } from '../stack';
import { textOf } from '../stack';
import { findCircles, type Reach } from './circles';
import { idProperty } from './idProperties';
import { createReferenceJudge, type Place } from './judgeReference';
import { hasMacros } from './macros';
import { anything, isOneValue, takenBy, takenUnder } from './takes';
import type { FaultyReference, Meant, Spot, TemplateFault } from './templateFault';
import { didYouMean } from './templateFault';

export interface CheckedReferences {
  readonly faults: readonly TemplateFault[];
  /** The faulty references, by the nodes that they are. */
  readonly faulty: ReadonlyMap<SyntaxNode, FaultyReference>;
}

export function checkReferences(stack: Stack): CheckedReferences {
  const faults: TemplateFault[] = [];
  const faulty = new Map<SyntaxNode, FaultyReference>();
  const reaches: Reach[] = [];
  const macros = hasMacros(stack);

  const fault = (rule: TemplateFault['rule'], place: Spot, message: Words, meant?: Meant): void => {
    const { on, path, offset } = place;
    faults.push({ rule, message, on, path, offset, ...(meant === undefined ? {} : { meant }) });
  };

  const judge = createReferenceJudge(stack, fault, faulty);

  const walk = (node: SyntaxNode, place: Place): void => {
    if (node.is === 'scalar') {
      if (isNull(node)) return;
      if (place.expects !== undefined) judge.literal(node, node.text, place, place.expects);
      return;
    }
    if (node.is === 'list') {
      const { expects, takes } = place;
      const isKnown = takes !== undefined && takes.is !== 'list';
      if (expects !== undefined && expects.list === undefined && isKnown && !place.inCall)
        fault('template-wrong-shape', place, {
          en: `${place.property} of ${place.on} takes one value, not a list`,
          ja: `${place.on} の ${place.property} に指定できる値は 1 つです。リストは指定できません`,
        });
      node.items.forEach((item, index) =>
        walk(item, {
          ...place,
          path: [...place.path, index],
          offset: place.inCall ? place.offset : item.start,
          takes: takes?.is === 'list' ? takes.of : takes,
        }),
      );
      return;
    }
    const call = callOf(node);
    if (call === undefined) {
      for (const [key, { keyStart, value }] of node.entries) {
        // A loop brings variables of its own.
        if (key.startsWith('Fn::ForEach')) continue;
        const takes = takenUnder(place.takes, key);
        const expects = takes === anything ? undefined : idProperty(place.type, key);
        const inner = { ...place, path: [...place.path, key], offset: keyStart, property: key, takes };
        if (expects?.list === true && takes?.is === 'list') checkListShape(value, inner);
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
      takes: anything,
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
      if (!pseudoParameters.has(name)) judge.dangling(undefined, name, undefined, place, pseudoParameters);
      return;
    }
    const target = stack.resources.get(name);
    if (target !== undefined) {
      reaches.push({ from: place.on, to: name, place });
      if (place.expects !== undefined) judge.target(node, name, target.type, attribute, place, place.expects);
      return;
    }
    const parameter = stack.parameters.get(name);
    if (parameter !== undefined && attribute === undefined) {
      if (place.expects !== undefined)
        judge.parameter(name, textOf(valueOf(parameter.value, 'Type')) ?? '', place, place.expects);
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
      judge.dangling(node, name, attribute, place, names);
    }
  };

  const checkListShape = (value: SyntaxNode, place: Spot): void => {
    if (value.is === 'scalar' ? value.text !== '' && !isNull(value) : isOneValue(stack, value))
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
        walk(entry.value, {
          ...spot(key, entry.keyStart),
          expects: undefined,
          takes: anything,
          inCall: false,
        });
    }
    if (properties !== undefined)
      walk(properties, {
        ...spot('Properties', keyStart),
        expects: undefined,
        takes: takenBy(type),
        inCall: false,
      });
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
      walk(value, { ...place, expects: undefined, takes: anything, inCall: false });
    }
  faults.push(...findCircles(reaches));
  return { faults, faulty };
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
