/** A flow written out: what it wants, what becomes of it, and each decision on its way with what decided. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Flow } from '../model/document';
import { trafficText } from '../model/trafficText';
import { sayDisposition } from '../network/dispositions';
import { flowVerdict, flowVerdictWords, isAsExpected } from '../network/flowVerdict';
import { headerWords, rowWords } from '../network/rowWords';
import { directionWords, stepWords, withWhatItLeavesOut } from '../network/stepWords';
import type { Because, Block, Path, Step, Trace } from '../network/trace';
import type { Finding } from '../rules/rule';
import { nameOf } from '../rules/context';
import type { Language, Words } from '../../lib/words';
import { inline } from './markdown';
import { verdictWords, walkthroughWords as words, wantedWords } from './words';

export interface Told {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

export function flowSection(told: Told, flow: Flow, trace: Trace | undefined, number: number): string[] {
  const { catalog, document, language } = told;
  const [from, to] = [flow.from, flow.to].map((id) => nameOf(catalog, document, id));
  const traffic = trafficText(flow)[language];
  const label = flow.label.trim() === '' ? traffic : `${flow.label} (${traffic})`;
  const verdict = flowVerdict(trace);
  const lines = [
    `### ${number}. ${inline(`${from} → ${to}`)} — ${inline(label)}`,
    wantedWords[flow.expect][language],
    verdictWords(flowVerdictWords[verdict], isAsExpected(verdict, flow.expect))[language],
  ];
  if (trace === undefined) return lines;
  const { resolution } = trace;
  if (resolution !== null) {
    const answers =
      resolution.answers.length === 0 ? words.notResolved[language] : resolution.answers.join(', ');
    lines.push(
      heading(words.name, language),
      `- ${inline(`${resolution.name} = ${answers}`)} — ${inline(resolution.because[language])}`,
    );
  }
  lines.push(...pathLines(told, words.forward, trace.forward));
  if (trace.return !== null) lines.push(...pathLines(told, words.reply, trace.return));
  if (trace.blockedBy.length > 0)
    lines.push(
      heading(words.stops, language),
      trace.blockedBy.map((block) => `- ${becauseText(told, block, null)}`).join('\n'),
    );
  const mended = verdict === 'arrives' ? undefined : mending(told, flow);
  if (mended !== undefined) lines.push(heading(words.mends, language), `- ${inline(mended[language])}`);
  if (trace.unknowns.length > 0)
    lines.push(
      heading(words.assumed, language),
      trace.unknowns.map((unknown) => `- ${inline(unknown[language])}`).join('\n'),
    );
  return lines;
}

function heading(title: Words, language: Language): string {
  return language === 'en' ? `${title.en}:` : `${title.ja}:`;
}

/** What the rules propose for the flow first; each of their plans has been tried. */
function mending({ findings }: Told, { id }: Flow): Words | undefined {
  return findings.find(({ on, fixes = [] }) => on.includes(id) && fixes.length > 0)?.fixes?.[0]?.title;
}

function pathLines(told: Told, title: Words, { steps, disposition }: Path): string[] {
  const { language } = told;
  const end = sayDisposition(disposition)[language];
  return [
    `${title[language]} — ${end}:`,
    ...(steps.length === 0
      ? []
      : [steps.map((step, index) => `${index + 1}. ${stepText(told, step)}`).join('\n')]),
  ];
}

const marks: Readonly<Record<Step['verdict'], string>> = { pass: '✓', rewrite: '↻', drop: '✕', unknown: '?' };

function stepText(told: Told, step: Step): string {
  const { catalog, document, language } = told;
  const { at, what, direction, verdict, because, packet } = step;
  const place = at === null ? headerWords(packet.destination)[language] : nameOf(catalog, document, at);
  const way = direction === null ? '' : ` (${directionWords[direction][language]})`;
  const after =
    verdict === 'rewrite'
      ? ` ${inline(`(${headerWords(packet.source)[language]} → ${headerWords(packet.destination)[language]})`)}`
      : '';
  return `${marks[verdict]} **${inline(place) || '?'}** — ${stepWords(what)[language]}${way}: ${becauseText(told, because, at)}${after}`;
}

/** With the resource and the row that decided, where the sentence does not name them. */
function becauseText(
  { catalog, document, language }: Told,
  { resource, row, says }: Pick<Because & Block, 'resource' | 'row' | 'says'>,
  at: string | null,
): string {
  const owner = resource === null || resource === at ? null : nameOf(catalog, document, resource);
  return inline(withWhatItLeavesOut(says[language], [owner, row === null ? null : rowWords(row)[language]]));
}
