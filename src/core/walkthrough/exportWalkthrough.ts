/** A design written out in Markdown: what it is made of, what becomes of its traffic and why, what is left to do. */
import type { Catalog } from '../catalog/catalog';
import { createLooks, type Looks } from '../drawing/looks';
import { noteField, noteText } from '../drawing/noteText';
import { billOf, drawnTraffic } from '../compare/bill';
import { hasOwnPrice, itemWords } from '../cost/costLines';
import type { PriceTable } from '../cost/prices';
import { egressAssumption } from '../cost/transfers';
import type { Document, FlowId, Resource } from '../model/document';
import type { Trace } from '../network/trace';
import { contextOf, nameOf } from '../rules/context';
import type { Rule } from '../rules/rule';
import { validate } from '../rules/validate';
import { asCode } from '../scenes/markdown';
import { compareOrder } from '../../lib/order';
import type { Language, Words } from '../../lib/words';
import { altText } from './altText';
import { inTree } from './inTree';
import { flowSection, type Told } from './flowSection';
import { inline, blocksOf } from './markdown';
import {
  assumedWords,
  sceneWords,
  severityWords,
  suppressedWords,
  totalWords,
  walkthroughWords as words,
} from './words';

export interface WalkthroughOptions {
  readonly language: Language;
  readonly prices: PriceTable;
  /** The file of a picture of it, from where the text is kept; only where it goes with the text. */
  readonly picture?: string | undefined;
}

export function exportWalkthrough(
  catalog: Catalog,
  rules: ReadonlyMap<string, Rule>,
  document: Document,
  { language, prices, picture }: WalkthroughOptions,
): string {
  const { findings, suppressed, traces } = validate(catalog, rules, document);
  const told: Told = { catalog, document, findings, language };
  const about = inline(altText(catalog, document, traces, language));
  const parts = [
    `# ${inline(document.name) || words.untitled[language]}`,
    ...(picture === undefined ? [] : [`![${about}](${pictureAddress(picture)})`]),
    about,
    `## ${words.drawn[language]}`,
    drawnList(told) || words.none[language],
    `## ${words.flows[language]}`,
    ...orNone(flowParts(told, traces), language),
    `## ${words.findings[language]}`,
    findingList(told) || words.none[language],
    ...(suppressed === 0 ? [] : [suppressedWords(suppressed)[language]]),
    ...sceneParts(told),
    ...costParts(told, traces, prices),
  ];
  return `${parts.join('\n\n')}\n`;
}

function orNone(parts: readonly string[], language: Language): readonly string[] {
  return parts.length === 0 ? [words.none[language]] : parts;
}

/** A file beside the text: nothing in it may end the address. */
function pictureAddress(path: string): string {
  return `<${path.replace(/[<>\\\r\n]/g, (character) => encodeURIComponent(character))}>`;
}

/** Every resource once, in what it stands in. */
function drawnList({ catalog, document, language }: Told): string {
  const looks = createLooks(catalog)(document);
  const lines = inTree(document).map(
    ({ resource, depth }) =>
      `${'  '.repeat(depth)}- ${resourceText(catalog, document, looks, resource, language)}`,
  );
  return lines.join('\n');
}

function resourceText(
  catalog: Catalog,
  document: Document,
  looks: Looks,
  resource: Resource,
  language: Language,
): string {
  const { label, detail } = looks.look(resource.id);
  const hanging = [...looks.chips(resource.id), ...looks.shields(resource.id)]
    // What nobody names hangs on what it stands in, and is listed there.
    .filter((each) => each.resource.parentId !== resource.id || each.mark !== 'unused')
    .map((each) => `${catalog.kind(each.resource.kind).label[language]} ${each.resource.name}`);
  return [
    inline((label ?? catalog.kind(resource.kind).label)[language]),
    `**${inline(nameOf(catalog, document, resource.id)) || '?'}**`,
    asCode(detail ?? ''),
    inline(noteField(catalog, resource.kind) === undefined ? '' : noteText(catalog, resource)),
    hanging.length === 0 ? '' : `— ${inline(hanging.join(', '))}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function flowParts(told: Told, traces: ReadonlyMap<FlowId, Trace>): readonly string[] {
  return [...told.document.flows.values()]
    .sort(compareOrder)
    .flatMap((flow, index) => flowSection(told, flow, traces.get(flow.id), index + 1));
}

function findingList({ findings, language }: Told): string {
  return findings
    .map(
      ({ severity, message, rule }) =>
        `- **${severityWords[severity][language]}** ${inline(message[language])} (${asCode(rule)})`,
    )
    .join('\n');
}

function sceneParts({ document, language }: Told): readonly string[] {
  const scenes = [...document.scenes.values()].sort(compareOrder);
  if (scenes.length === 0) return [];
  return [
    `## ${words.scenes[language]}`,
    ...scenes.flatMap(({ title, text }, index) => [
      `### ${index + 1}. ${inline(said(title, language)) || sceneWords(index + 1)[language]}`,
      ...blocksOf(said(text, language)),
    ]),
  ];
}

/** In the other language where it is only said in that. */
function said(text: Words, language: Language): string {
  return text[language].trim() === '' ? text[language === 'en' ? 'ja' : 'en'] : text[language];
}

function costParts(
  { catalog, document, language }: Told,
  traces: ReadonlyMap<FlowId, Trace>,
  prices: PriceTable,
): readonly string[] {
  const context = contextOf(catalog, document, { traces });
  const { lines, monthlyUsd, notKnown } = billOf(context, drawnTraffic(context), {
    prices,
    nameOf: (id) => nameOf(catalog, document, id),
  });
  if (lines.length + notKnown.length === 0) return [];
  const name = (id: string): string => inline(nameOf(catalog, document, id));
  const known = lines.flatMap(({ resource, item, unit, monthlyUsd: usd }) =>
    usd === null
      ? []
      : [
          `- **${name(resource) || '?'}** — ${inline(itemWords(item, unit)[language])}: USD ${usd.toFixed(2)}`,
        ],
  );
  // Several lines of a resource may lack the same figure.
  const open = new Set(
    notKnown.map(({ resource, says }) => `- **${name(resource) || '?'}** — ${inline(says[language])}`),
  );
  const assumes = lines.some(({ item }) => item === 'internet-egress') ? [egressAssumption] : [];
  return [
    `## ${words.cost[language]}`,
    totalWords(monthlyUsd.toFixed(2), { isWhole: notKnown.length === 0, isOwn: hasOwnPrice(lines) })[
      language
    ],
    ...(known.length === 0 ? [] : [known.join('\n')]),
    ...(open.size === 0 ? [] : [`${words.notKnown[language]}:`, [...open].join('\n')]),
    ...assumes.map((each) => assumedWords(each)[language]),
  ];
}
