/** Where findings of a diagram are to be shown in a text that says what the diagram is. */
import type { Finding } from '../../rules/rule';
import { pathIn } from '../places';
import { callOf, entryOf, offsetOf, valueOf, type Path, type SyntaxNode } from '../source/syntax';
import type { EditBase } from './reread';

/** A piece of a text, as offsets. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

export type PlacedFinding = Pick<Finding, 'key' | 'on' | 'field' | 'blames' | 'place'>;

/** By the key of the finding; those are left out that are about nothing in this template. */
export function findingPlaces(
  { read, template, text }: EditBase,
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, TextPlace> {
  const { reading } = read;
  const faults = new Map(reading.faults.map((fault) => [fault.finding.key, fault]));
  const places = new Map<string, TextPlace>();
  for (const { key, on, field, blames, place } of findings) {
    const fault = place === undefined ? undefined : faults.get(key);
    if (fault !== undefined) {
      if (fault.template === template) places.set(key, pieceAt(text, reading.source.root, fault.path));
      continue;
    }
    // Of an arrow that is blocked, the cause is what can be mended.
    const about = blames ?? on[0];
    const found = pathIn(read, about, blames === undefined ? field : undefined);
    if (found?.template === template) places.set(key, pieceAt(text, reading.source.root, found.path));
  }
  return places;
}

/** From the key at the end of a path to the end of its value, where that is a text on the same line; else the key. */
function pieceAt(text: string, root: SyntaxNode, path: Path): TextPlace {
  const last = path.at(-1);
  const owner = nodeAt(root, path.slice(0, -1));
  const entry = typeof last === 'string' ? entryOf(owner, last) : undefined;
  if (entry === undefined) {
    const node = nodeAt(root, path);
    const from = offsetOf(root, path);
    return { from, to: node?.is === 'scalar' ? node.end : lineEnd(text, from) };
  }
  const { keyStart, keyEnd, value } = entry;
  const isShort = value.is === 'scalar' || callOf(value) !== undefined;
  const to = isShort && value.end > keyEnd ? Math.min(value.end, lineEnd(text, keyStart)) : keyEnd;
  return { from: keyStart, to: keyStart + text.slice(keyStart, to).trimEnd().length };
}

function nodeAt(root: SyntaxNode, path: Path): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path)
    node =
      typeof step === 'string' ? valueOf(node, step) : node?.is === 'list' ? node.items[step] : undefined;
  return node;
}

function lineEnd(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/);
  return length < 0 ? text.length : from + length;
}
