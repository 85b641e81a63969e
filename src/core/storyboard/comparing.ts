/** A comparison as scenes: the question, each alternative with its way and its facts, and all of them side by side. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, Flow, ResourceId } from '../model/document';
import { documentAfter, type Plan } from '../plans/plan';
import { cameraOn } from '../scenes/cameraOn';
import { escapedMarkdown } from '../scenes/markdown';
import { blocks, escapedWords, type SceneDraft } from './draft';
import { trafficWords } from './trafficWords';

export interface Alternative {
  readonly id: string;
  readonly title: Words;
  readonly plan: Plan;
  /** Where the packet goes, from the source to the destination. */
  readonly hops: readonly ResourceId[];
  /** What is compared, in the order in which it is told: cost, what guards it, … */
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: Words;
  readonly value: Words;
  /** Told with its alternative, and not again where all of them stand side by side. */
  readonly isAside?: boolean;
}

/** Nothing where there is nothing to compare. Alternatives that no longer fit the design are left out. */
export function comparisonScenes(
  catalog: Catalog,
  document: Document,
  flow: Flow,
  alternatives: readonly Alternative[],
): readonly SceneDraft[] {
  const drawn = alternatives.flatMap((each) => {
    const after = afterPlan(catalog, document, each.plan);
    return after === undefined ? [] : [{ ...each, after }];
  });
  if (drawn.length === 0) return [];
  const name = (of: Document, id: ResourceId): string => escapedMarkdown(of.resources.get(id)?.name ?? '');
  const ends = [flow.from, flow.to];
  const traffic = trafficWords(flow);
  const question: SceneDraft = {
    title: {
      en: `${drawn.length} ways from ${document.resources.get(flow.from)?.name ?? ''} to ${document.resources.get(flow.to)?.name ?? ''}`,
      ja: `${document.resources.get(flow.from)?.name ?? ''} から ${document.resources.get(flow.to)?.name ?? ''} への ${drawn.length} つの経路`,
    },
    text: blocks(
      {
        en: `**${name(document, flow.from)}** uses **${name(document, flow.to)}** (${traffic.en}). There is more than one way:`,
        ja: `**${name(document, flow.from)}** は **${name(document, flow.to)}** を利用します (${traffic.ja})。経路は 1 つではありません。`,
      },
      list(drawn.map(({ title }) => escapedWords(title))),
    ),
    camera: cameraOn(document, ends, { w: 560, h: 340 }),
    flows: { [flow.id]: true },
    builds: [{ block: 2 }],
  };
  const each = drawn.map(({ title, plan, hops, facts, after }, index): SceneDraft => {
    const shown = [...new Set([...ends, ...hops])];
    const way = hops.map((id) => name(after, id)).join(' → ');
    return {
      title: { en: `${index + 1}. ${title.en}`, ja: `${index + 1}. ${title.ja}` },
      text: blocks(
        { en: way, ja: way },
        ...(facts.length === 0
          ? []
          : [
              list(
                facts.map((fact): Words => {
                  const [label, value] = [escapedWords(fact.label), escapedWords(fact.value)];
                  return { en: `**${label.en}**: ${value.en}`, ja: `**${label.ja}**: ${value.ja}` };
                }),
              ),
            ]),
      ),
      camera: cameraOn(after, shown, { w: 560, h: 340 }),
      flows: { [flow.id]: true },
      plan,
      // All at once: whoever explains them one by one has the last scene for it.
      ...(facts.length === 0 ? {} : { builds: [{ block: 2 }] }),
    };
  });
  return [question, ...each, sideBySide(document, flow, drawn)];
}

/** What all of them are compared by, one line for each fact that every one has, by the numbers of their own scenes. */
function sideBySide(document: Document, flow: Flow, drawn: readonly Alternative[]): SceneDraft {
  const labels = (drawn[0]?.facts ?? []).filter(
    ({ label, isAside }) =>
      isAside !== true && drawn.every(({ facts }) => facts.some((fact) => fact.label.en === label.en)),
  );
  const rows = labels.map(({ label }): Words => {
    const of = (language: 'en' | 'ja') =>
      withNumbers(
        drawn.map(({ facts }) => facts.find((fact) => fact.label.en === label.en)?.value[language] ?? ''),
        language,
      );
    return {
      en: `**${escapedMarkdown(label.en)}** — ${of('en')}`,
      ja: `**${escapedMarkdown(label.ja)}** — ${of('ja')}`,
    };
  });
  const titles = (language: 'en' | 'ja') =>
    drawn.map(({ title }, at) => `**${at + 1}** ${escapedMarkdown(title[language])}`).join(' · ');
  const ends = { [flow.from]: true as const, [flow.to]: true as const };
  return {
    title: { en: 'Side by side', ja: '並べて比べる' },
    text: blocks({ en: titles('en'), ja: titles('ja') }, ...rows),
    camera: cameraOn(document, [flow.from, flow.to], { w: 560, h: 340 }),
    // No packet: this is about all of them, and each has had its own.
    flows: {},
    ...(rows.length === 0
      ? {}
      : { builds: rows.map((_, at) => ({ block: at + 2, ...(at === 0 ? { resources: ends } : {}) })) }),
  };
}

/** "1, 2: no; 3: yes": what several say is told once. */
function withNumbers(values: readonly string[], language: 'en' | 'ja'): string {
  const numbers = new Map<string, number[]>();
  for (const [at, value] of values.entries()) numbers.set(value, [...(numbers.get(value) ?? []), at + 1]);
  if (numbers.size === 1 && values.length > 1)
    return `${language === 'en' ? 'all' : 'すべて'}: ${escapedMarkdown(values[0] ?? '')}`;
  const [comma, semicolon] = language === 'en' ? [', ', '; '] : ['、', ' / '];
  return [...numbers].map(([value, at]) => `${at.join(comma)}: ${escapedMarkdown(value)}`).join(semicolon);
}

function list(lines: readonly Words[]): Words {
  const of = (language: 'en' | 'ja') => lines.map((line) => `- ${line[language]}`).join('\n');
  return { en: of('en'), ja: of('ja') };
}

function afterPlan(catalog: Catalog, document: Document, plan: Plan): Document | undefined {
  try {
    return documentAfter({ catalog }, document, plan);
  } catch {
    return undefined;
  }
}
