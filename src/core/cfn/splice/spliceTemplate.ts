/**
 * Writes a changed template into the text that its author wrote (the “put” of the lens): only the lines of what changed are
 * others afterwards.
 */
import type { TemplateSource } from '../source/parseTemplate';
import { toValue, type ObjectValue, type SyntaxNode } from '../source/syntax';
import type { CfnTemplate, CfnValue } from '../template';
import { applyEdits, createShift, inTextOrder, type Edit } from './edit';
import { entryEnd } from './extent';
import { createSplicer, type Place } from './splicer';
import { saysWanted } from './verify';

export interface Spliced {
  readonly text: string;
  /** The offsets of each parameter, resource and output, by its name. */
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
}

const listed = ['Parameters', 'Resources', 'Outputs'] as const;

/** The order in which sections that are not there yet find their place. */
const usualOrder = [
  'AWSTemplateFormatVersion',
  'Description',
  'Transform',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Hooks',
  'Resources',
  'Outputs',
];

/** Undefined when the text cannot be made to say it by edits, which is the case for texts with keys that stand twice. */
export function spliceTemplate(source: TemplateSource, template: CfnTemplate): Spliced | undefined {
  const wanted = wantedOf(source.root, template);
  return wanted === undefined ? undefined : spliceText(source, wanted);
}

/** Makes a text say `wanted` as a whole. */
export function spliceText(source: TemplateSource, wanted: ObjectValue): Spliced | undefined {
  for (const coarse of [false, true]) {
    const edits = editsFor(source, wanted, coarse);
    const text = edits === undefined ? undefined : applyEdits(source.text, edits);
    if (edits === undefined || text === undefined) continue;
    if (edits.length === 0 || saysWanted(source, text, wanted))
      return { text, places: placesIn(source, text, edits) };
  }
  return undefined;
}

function editsFor(source: TemplateSource, wanted: ObjectValue, coarse: boolean): readonly Edit[] | undefined {
  const { splicer, edits } = createSplicer(source, coarse);
  let isPossible = true;
  const root: Place = {
    inBrackets: false,
    section: '',
    replace() {
      isPossible = false;
    },
  };
  splicer.splice(source.root, wanted, root);
  return isPossible ? inTextOrder(edits) : undefined;
}

/** What the whole text is to say. */
function wantedOf(root: SyntaxNode, template: CfnTemplate): ObjectValue | undefined {
  if (root.is !== 'map') return undefined;
  const { others = {}, Description } = template;
  const sections = new Map<string, CfnValue | undefined>();
  for (const [name, { value }] of root.entries) {
    const isListed = listed.some((each) => each === name);
    const own = name === 'Description' ? Description : others[name];
    // A template that was read has all sections that it is to have, but for its version.
    const isGone = own === undefined && template.others !== undefined && name === 'Globals';
    sections.set(
      name,
      isListed ? sectionOf(value, template, name) : isGone ? undefined : (own ?? toValue(value)),
    );
  }
  const fresh = listed.filter((name) => !sections.has(name) && Object.keys(template[name]).length > 0);
  const names = [...sections.keys()];
  for (const name of fresh) {
    const follows = names.findLastIndex((each) => usualOrder.indexOf(each) < usualOrder.indexOf(name));
    names.splice(follows + 1, 0, name);
    // The records of a template are CfnValues whose keys are known.
    sections.set(name, template[name] as unknown as CfnValue);
  }
  return Object.fromEntries(names.map((name) => [name, sections.get(name)]));
}

function sectionOf(node: SyntaxNode, template: CfnTemplate, name: string): CfnValue | undefined {
  // The records of a template are CfnValues whose keys are known.
  const entries = template[name as (typeof listed)[number]] as unknown as ObjectValue;
  if (Object.keys(entries).length > 0) return entries;
  const isEmptied = node.is === 'map' && node.entries.size > 0;
  // Resources there must be, the others go with their last entry.
  if (isEmptied) return name === 'Resources' ? {} : undefined;
  return toValue(node);
}

/** Where the entries of the sections are in the new text. */
function placesIn(
  { text: before, root }: TemplateSource,
  text: string,
  edits: readonly Edit[],
): Spliced['places'] {
  const places = new Map<string, readonly [number, number]>();
  const shift = createShift(edits);
  let moved = 0;
  for (const { start, end, text: inserted, adds } of edits) {
    if (adds !== undefined) {
      const first = start + moved + inserted.search(/[^\s,]/);
      places.set(adds[1], [first, start + moved + inserted.trimEnd().length]);
    }
    moved += inserted.length - (end - start);
  }
  for (const name of listed) {
    const section = root.is === 'map' ? root.entries.get(name)?.value : undefined;
    if (section?.is !== 'map') continue;
    for (const [key, entry] of section.entries) {
      const start = shift.start(entry.keyStart);
      const end = shift.end(entryEnd(before, entry));
      if (end > start && !places.has(key) && text.slice(start, end).includes(key))
        places.set(key, [start, end]);
    }
  }
  return places;
}
