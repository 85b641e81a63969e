/**
 * A design as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), for where a diagram is a text: containers
 * are subgraphs, resources are nodes, and a flow is a chain of links from hop to hop. It is a flowchart and no
 * `architecture-beta`, because the links of that one have neither labels nor styles: it could not say a verdict.
 */
import type { Catalog } from '../catalog/catalog';
import { hopsFor } from '../drawing/arrowHops';
import { createBoxes, type Box, type Boxes } from '../drawing/boxes';
import { hangingWords } from '../drawing/looks';
import { createLooks, type Hanging, type Looks } from '../drawing/looks';
import { noteText } from '../drawing/noteText';
import { createReferenceLines } from '../drawing/referenceLines';
import { verdictColour, verdictSigns } from '../picture/verdictLooks';
import { hiddenIn, isCollapsed } from '../layout/collapsed';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import { trafficText } from '../model/trafficText';
import { flowVerdict, type FlowVerdict } from '../network/flowVerdict';
import { contextOf } from '../rules/context';
import { compareOrder } from '../../lib/order';
import type { Language, Words } from '../../lib/words';
import { labelText, titleText } from './labels';

export interface MermaidText {
  readonly text: string;
  readonly remarks: readonly Words[];
}

export function exportMermaid(catalog: Catalog, document: Document, language: Language): MermaidText {
  const boxes = createBoxes(catalog)(document);
  const ids = idsOf(boxes);
  const looks = createLooks(catalog)(document);
  const nodes = nodeLines({ catalog, document, boxes, looks, ids, language });
  const { lines, styles, remarks } = linkLines(catalog, document, boxes, ids, language);
  const title = document.name.trim() === '' ? [] : ['---', `title: ${titleText(document.name)}`, '---'];
  const text = [...title, 'flowchart TB', ...nodes.lines, ...lines, ...nodes.styles, ...styles];
  const pictures = [...boxes.values()].filter((box) => isMerePicture(catalog, box)).length;
  return {
    text: `${text.join('\n')}\n`,
    remarks: pictures === 0 ? remarks : [...remarks, notDrawn(pictures)],
  };
}

/** What says something only by where it lies: as a node among the others, a line or a frame would say something untrue. */
export function isMerePicture(catalog: Catalog, { resource }: Pick<Box, 'resource'>): boolean {
  const { shape } = catalog.kind(resource.kind);
  return shape.as === 'picture' && shape.draws !== 'number';
}

/** Words of Mermaid's own begin with nothing like it, and an id of ours stays what it is while others come and go. */
function idsOf(boxes: Boxes): ReadonlyMap<ResourceId, string> {
  const used = new Set<string>();
  const ids = new Map<ResourceId, string>();
  for (const id of [...boxes.keys()].sort()) {
    const wanted = `r_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
    let free = wanted;
    for (let number = 2; used.has(free); number++) free = `${wanted}_${number}`;
    used.add(free);
    ids.set(id, free);
  }
  return ids;
}

interface Drawing {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly boxes: Boxes;
  readonly looks: Looks;
  readonly ids: ReadonlyMap<ResourceId, string>;
  readonly language: Language;
}

function nodeLines(drawing: Drawing): {
  readonly lines: readonly string[];
  readonly styles: readonly string[];
} {
  const { catalog, document, boxes, looks, ids, language } = drawing;
  const lines: string[] = [];
  const styles: string[] = [];
  const open: Box[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      open.pop();
      lines.push(`${'  '.repeat(open.length + 1)}end`);
    }
  };
  for (const box of boxes.values()) {
    if (isMerePicture(catalog, box)) continue;
    closeTo(box.depth);
    const { resource } = box;
    const { shape } = catalog.kind(resource.kind);
    const id = ids.get(resource.id) ?? '';
    const indent = '  '.repeat(open.length + 1);
    if (shape.as === 'container' && !isCollapsed(catalog, resource)) {
      const chips = looks.chips(resource.id).map((chip) => chipText(chip, language));
      lines.push(
        `${indent}subgraph ${id}[${labelText([[titleOf(drawing, resource), ...joined(chips)].join(' · ')])}]`,
      );
      const colour = looks.look(resource.id).colour ?? shape.border.colour;
      const dashes = { solid: '', dashed: ',stroke-dasharray:6 4', dotted: ',stroke-dasharray:1 3' };
      styles.push(`  style ${id} fill:none,stroke:${colour}${dashes[shape.border.style]}`);
      open.push(box);
      continue;
    }
    if (shape.as === 'note') {
      lines.push(`${indent}${id}[${labelText(noteLines(drawing, resource))}]`);
      styles.push(`  style ${id} stroke-dasharray:2 2`);
      continue;
    }
    if (shape.as === 'container') {
      const inside = [...hiddenIn(catalog, document.resources).values()].filter(
        (each) => each === resource.id,
      );
      lines.push(`${indent}${id}[${labelText([`▸ ${titleOf(drawing, resource)} (${inside.length})`])}]`);
      continue;
    }
    const groups = looks.shields(resource.id).map((shield) => shield.resource.name);
    const label =
      shape.as === 'picture'
        ? [looks.look(resource.id).detail ?? '', ...noteLines(drawing, resource)]
        : [resource.name, kindText(drawing, resource), ...joined(groups, 'SG: ')];
    lines.push(`${indent}${id}[${labelText(label.filter((line) => line.trim() !== ''))}]`);
  }
  closeTo(0);
  return { lines, styles };
}

/** An empty one says what it is, as on the canvas. */
function noteLines(drawing: Drawing, resource: Resource): readonly string[] {
  const text = noteText(drawing.catalog, resource);
  return text.trim() === '' ? [kindText(drawing, resource)] : text.split(/\r\n|[\r\n]/);
}

function joined(names: readonly string[], before = ''): string[] {
  return names.length === 0 ? [] : [before + names.join(', ')];
}

function kindText({ catalog, looks, language }: Drawing, { id, kind }: Resource): string {
  return (looks.look(id).label ?? catalog.kind(kind).label)[language];
}

function titleOf(drawing: Drawing, resource: Resource): string {
  const { detail } = drawing.looks.look(resource.id);
  return [kindText(drawing, resource), resource.name, detail ?? ''].filter((part) => part !== '').join(' ');
}

function chipText({ resource, mark }: Hanging, language: Language): string {
  return mark === null ? resource.name : `${resource.name} (${hangingWords[mark][language]})`;
}

interface Links {
  readonly lines: readonly string[];
  readonly styles: readonly string[];
  readonly remarks: readonly Words[];
}

function linkLines(
  catalog: Catalog,
  document: Document,
  boxes: Boxes,
  ids: ReadonlyMap<ResourceId, string>,
  language: Language,
): Links {
  const { traces } = contextOf(catalog, document);
  const hidden = hiddenIn(catalog, document.resources);
  const lines: string[] = [];
  const coloured = new Map<string, number[]>();
  const remarks: Words[] = [];
  const link = (from: ResourceId, arrow: string, to: ResourceId, colour: string): void => {
    const [one, other] = [ids.get(from), ids.get(to)];
    if (one === undefined || other === undefined) return;
    coloured.set(colour, [...(coloured.get(colour) ?? []), lines.length]);
    lines.push(`  ${one} ${arrow} ${other}`);
  };
  // Mermaid refuses a whole diagram in which something is linked with what it stands in.
  const isInside = (one: ResourceId, other: ResourceId): boolean =>
    ancestors(document, one).some(({ id }) => id === other) ||
    ancestors(document, other).some(({ id }) => id === one);

  for (const flow of [...document.flows.values()].sort(compareOrder)) {
    const trace = traces.get(flow.id);
    const verdict = flowVerdict(trace);
    const hops = hopsFor(flow, boxes, hidden, trace, catalog);
    const words = flow.label.trim() === '' ? trafficText(flow)[language] : flow.label;
    const label = `|${labelText([`${verdictSigns[verdict]} ${words}`])}|`;
    const pieces = hops.slice(1).map((to, index) => [hops[index] ?? to, to] as const);
    if (pieces.some(([from, to]) => isInside(from, to))) {
      const [from, to] = [flow.from, flow.to].map((id) => document.resources.get(id)?.name ?? '');
      remarks.push(notLinked(from ?? '', to ?? ''));
      continue;
    }
    pieces.forEach(([from, to], index) => {
      const arrow = arrowOf(verdict, index === pieces.length - 1);
      link(from, index === 0 ? arrow + label : arrow, to, verdictColour(verdict));
    });
  }
  for (const { from, to } of createReferenceLines(catalog)(document, boxes, hidden))
    if (!isInside(from.resource.id, to.resource.id))
      link(from.resource.id, '-.-', to.resource.id, verdictColour('not-computed'));
  const styles = [...coloured].map(
    ([colour, numbers]) => `  linkStyle ${numbers.join(',')} stroke:${colour}`,
  );
  return { lines, styles, remarks };
}

/** The signs of the canvas, as far as Mermaid has them: a cross where it ends, dots for what nobody can say. */
function arrowOf(verdict: FlowVerdict, isLast: boolean): string {
  const isDotted = verdict === 'cannot-say' || verdict === 'not-computed';
  if (!isLast) return isDotted ? '-.-' : '---';
  if (verdict === 'blocked') return '--x';
  return isDotted ? '-.->' : '-->';
}

function notDrawn(pictures: number): Words {
  return {
    en: `${pictures === 1 ? '1 frame, line or image is' : `${pictures} frames, lines or images are`} left out: a Mermaid flowchart has no place for them.`,
    ja: `フレーム、線、画像 ${pictures} 件は出力していません。Mermaid のフローチャートでは表せません。`,
  };
}

function notLinked(from: string, to: string): Words {
  return {
    en: `The flow from ${from} to ${to} is left out: Mermaid cannot link something with what it stands in.`,
    ja: `${from} から ${to} への通信は出力していません。Mermaid では、要素とそれを含む枠を線で結べません。`,
  };
}
