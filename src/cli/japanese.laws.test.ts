/** Whoever asks in Japanese is answered in Japanese: no sentence, title or row of ours is in English. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { importTemplates } from '../core/cfn/importTemplates';
import type { Document } from '../core/model/document';
import { endOf } from '../core/network/network';
import { headerWords, rowWords } from '../core/network/rowWords';
import type { Trace } from '../core/network/trace';
import { contextOf, validate } from '../core/rules/validate';
import { readDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';
import { englishIn } from '../testing/englishIn';

const examples = readdirSync('examples', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .flatMap((name) => {
    const text = readFileSync(name, 'utf8');
    const read = name.endsWith('.vpcanvas.json')
      ? readDiagram(catalog, text)
      : importTemplates(catalog, [{ name, text }]);
    return 'document' in read && read.document.resources.size > 0
      ? [{ name: name.replace(/^.*\//, ''), text, document: read.document }]
      : [];
  });

/** What the author of a design wrote, which may be English. */
function namesIn({ resources }: Document): readonly string[] {
  const textsIn = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsIn)
        : [];
  return [...resources.values()].flatMap(({ id, name, props }) => [id, name, ...textsIn(props)]);
}

function wordsOf({ forward, return: reply, blockedBy, unknowns, resolution }: Trace): readonly string[] {
  const steps = [...forward.steps, ...(reply?.steps ?? [])];
  const decided = [...steps.map(({ because }) => because), ...blockedBy];
  const lost = steps.flatMap((step) => step.lost ?? []);
  const addresses = steps.flatMap(({ packet }) => [packet.source, packet.destination]);
  const says = [
    ...decided.map((each) => each.says),
    ...lost.map(({ because }) => because),
    ...unknowns,
    ...(resolution === null ? [] : [resolution.because]),
  ];
  return [
    ...[...decided, ...lost].flatMap(({ row }) => (row === null ? [] : [rowWords(row).ja])),
    ...addresses.map((address) => headerWords(address).ja),
    ...says.map(({ ja }) => ja),
  ];
}

/** Each text with English in it, behind the words. */
function english(document: Document, texts: Iterable<string>): readonly string[] {
  const names = namesIn(document);
  return [...new Set(texts)].flatMap((text) => {
    const found = englishIn(text, names);
    return found.length === 0 ? [] : [`${found.join(' ')}: ${text}`];
  });
}

const endsIn = (document: Document) =>
  [...document.resources.values()].filter(({ kind }) => catalog.kind(kind).isEnd === true);

test('English is found where it is, and names, codes and AWS’s own terms are none', () => {
  expect(englishIn('Web の egress rule 1 が許可します', ['Web'])).toEqual(['egress', 'rule']);
  expect(englishIn('メインルートテーブル: 10.0.0.0/16 → local', [])).toEqual([]);
  expect(
    englishIn('sqs.ap-northeast-1.amazonaws.com に admins が接続します  [no-route]', ['admins']),
  ).toEqual([]);
});

test('the traces of all examples, between some of their ends and the internet', () => {
  const found = examples.flatMap(({ document }) => {
    const { network } = contextOf(catalog, document);
    const ends = endsIn(document);
    const chosen = [...new Set([...ends.slice(0, 5), ...ends.slice(-3)])];
    const all = [{ internet: true } as const, ...chosen.map(({ id }) => endOf(document, catalog, id))];
    return english(
      document,
      all.flatMap((from) =>
        all.flatMap((to) =>
          from === to
            ? []
            : [22, 80, 443, 5432].flatMap((port) =>
                wordsOf(network.trace({ from, to, protocol: 'tcp', port, sourcePort: null })),
              ),
        ),
      ),
    );
  });

  expect(examples.length).toBeGreaterThan(100);
  expect([...new Set(found)]).toEqual([]);
}, 60_000);

test('the findings, fixes and traces of all rules’ examples', () => {
  const found = [...rules.values()].flatMap(({ examples: { bad, good }, summary, why }) =>
    [...bad, ...good].flatMap((drawn) => {
      const document = fromSketch(catalog, drawn);
      const { findings } = validate(catalog, rules, document);
      const told = findings.flatMap(({ message, fixes = [] }) => [
        message,
        ...fixes.map(({ title }) => title),
      ]);
      return english(document, [
        ...[...told, summary, why].map(({ ja }) => ja),
        ...[...contextOf(catalog, document).traces.values()].flatMap(wordsOf),
      ]);
    }),
  );

  expect([...new Set(found)]).toEqual([]);
}, 60_000);

test('what check and trace print of all examples', async () => {
  const found: string[] = [];
  for (const { name, text, document } of examples) {
    const [first] = endsIn(document);
    const check = await vpcanvas(`check ${name} --lang ja`, { [name]: text });
    found.push(...english(document, [...check.out.split('\n'), ...check.err.split('\n')]));
    if (first === undefined || /\s/.test(first.name)) continue;
    const trace = await vpcanvas(`trace ${name} --lang ja --from ${first.name} --to internet`, {
      [name]: text,
    });
    // The first line repeats the question in the words of the command line.
    found.push(...english(document, [...trace.out.split('\n').slice(1), ...trace.err.split('\n')]));
  }

  expect([...new Set(found)]).toEqual([]);
}, 120_000);
