/**
 * Finds the smallest edits that make the text of a template say something else: what is said already stays as its author
 * wrote it, with its comments, quotation marks, order and forms.
 */
import type { TemplateSource } from '../source/parseTemplate';
import {
  callOf,
  isListValue,
  isObjectValue,
  sameValue,
  toValue,
  type ObjectValue,
  type SyntaxNode,
} from '../source/syntax';
import type { CfnValue } from '../template';
import { createAnchors, type Anchors } from './anchors';
import { styleOf, type AuthorStyle } from './authorStyle';
import { spliceBlockList } from './blockList';
import { spliceBlockMap } from './blockMap';
import type { Edit } from './edit';
import { isFlow } from './extent';
import { spliceFlowList, spliceFlowMap } from './flow';
import { scalarInPlace } from './scalarInPlace';

/** Where a value stands, as far as it takes to write another one there. */
export interface Place {
  /** Inside brackets of YAML, where commas and brackets count. */
  readonly inBrackets: boolean;
  /** The section of a template whose entry it is, when it is one. */
  readonly section?: string;
  /** Writes a value in the place of all that stands there. */
  replace(value: CfnValue): void;
}

export interface Splicer {
  readonly source: TemplateSource;
  readonly style: AuthorStyle;
  readonly anchors: Anchors;
  /** Every entry of a section that is to change is written anew: what is left when finer edits came out wrong. */
  readonly coarse: boolean;
  push(edit: Edit): void;
  /** Makes the text of a node say `wanted`. */
  splice(node: SyntaxNode, wanted: CfnValue, place: Place): void;
}

export function createSplicer(
  source: TemplateSource,
  coarse: boolean,
): { readonly splicer: Splicer; readonly edits: readonly Edit[] } {
  const edits: Edit[] = [];
  const anchors = createAnchors(source);
  let style: AuthorStyle | undefined;
  const splicer: Splicer = {
    source,
    anchors,
    coarse,
    get style() {
      return (style ??= styleOf(source));
    },
    push(edit) {
      edits.push(edit);
      if (edit.end > edit.start) anchors.remove(edit.start, edit.end);
    },
    splice: (node, wanted, place) => spliceNode(splicer, node, wanted, place),
  };
  return { splicer, edits };
}

function spliceNode(splicer: Splicer, node: SyntaxNode, wanted: CfnValue, place: Place): void {
  const { anchors, source } = splicer;
  if (node.aliasOf !== undefined) {
    if (!sameValue(anchors.valueNow(node.aliasOf), wanted)) place.replace(wanted);
    return;
  }
  if (node.hasAnchor === true) anchors.set(node, wanted);
  if (sameValue(toValue(node), wanted) && !anchors.mayTouch(node)) return;
  if (splicer.coarse && place.section !== undefined) {
    place.replace(wanted);
    return;
  }
  if (node.is === 'scalar') {
    const text = scalarInPlace(source, node, wanted, place.inBrackets);
    if (text === undefined) place.replace(wanted);
    else splicer.push({ start: node.start, end: node.end, text });
    return;
  }
  const call = callOf(node);
  if (call !== undefined || isCallValue(wanted)) spliceCall(splicer, node, wanted, place);
  else if (node.is === 'map' && isObjectValue(wanted) && hasAny(wanted))
    (isFlow(source.text, node) ? spliceFlowMap : spliceBlockMap)(splicer, node, wanted, place);
  else if (node.is === 'list' && isListValue(wanted) && wanted.length > 0)
    (isFlow(source.text, node) ? spliceFlowList : spliceBlockList)(splicer, node, wanted, place);
  else place.replace(wanted);
}

/** A call becomes one of the same function by its argument; anything else takes the place of the whole. */
function spliceCall(splicer: Splicer, node: SyntaxNode, wanted: CfnValue, place: Place): void {
  const call = callOf(node);
  const argument =
    call !== undefined && isCallValue(wanted) && Object.hasOwn(wanted, call.name)
      ? wanted[call.name]
      : undefined;
  if (call === undefined || argument === undefined) {
    place.replace(wanted);
    return;
  }
  const { text } = splicer.source;
  const whole: Place = {
    inBrackets: place.inBrackets || isFlow(text, node),
    replace: () => place.replace(wanted),
  };
  const isTag = text.charAt(node.start) === '!';
  if (isTag && isAttributePath(text, call.argument)) {
    spliceAttribute(splicer, call.argument, argument, whole);
    return;
  }
  splicer.splice(call.argument, argument, whole);
}

/** `A.B` behind `!GetAtt`, which is read as a list. */
function isAttributePath(text: string, argument: SyntaxNode): boolean {
  return argument.is === 'list' && argument.items.length === 2 && !/[[-]/.test(text.charAt(argument.start));
}

function spliceAttribute(splicer: Splicer, argument: SyntaxNode, wanted: CfnValue, whole: Place): void {
  const [first, last] = argument.is === 'list' ? argument.items : [];
  const parts = isListValue(wanted) ? wanted.filter((part) => typeof part === 'string') : [];
  const isPlain = parts.length === 2 && parts.every((part) => /^[A-Za-z0-9.]+$/.test(part));
  if (first === undefined || last === undefined || !isPlain) whole.replace(wanted);
  else splicer.push({ start: first.start, end: last.end, text: parts.join('.') });
}

function isCallValue(value: CfnValue): value is ObjectValue {
  if (!isObjectValue(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && /^(?:Ref|Condition|Fn::.*)$/s.test(keys[0] ?? '');
}

function hasAny(value: ObjectValue): boolean {
  return Object.values(value).some((each) => each !== undefined);
}
