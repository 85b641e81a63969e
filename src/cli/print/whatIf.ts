/** What a failure or a removal would cost, for people and as JSON. */
import type { Matrix } from '../../core/network/matrix/matrixData';
import { portsWords, type ProtocolPorts } from '../../core/network/matrix/reachWords';
import type { WhatIf } from '../../core/network/whatIf/choices';
import type { PairChange } from '../../core/network/matrix/pairChanges';
import type { Consequences, FlowChange } from '../../core/network/whatIf/whatIf';
import type { Language, Words } from '../../lib/words';
import { endName } from '../matrixFilter';
import type { Input } from '../openInput';
import { flowText, questionOfFlow } from '../question';
import type { Paint } from './colour';
import { aligned, plain } from './columns';
import { namedEnds } from './matrix';

export function printWhatIf(
  input: Input,
  matrix: Matrix,
  whatIf: WhatIf,
  told: Consequences,
  language: Language,
  paint: Paint,
): string {
  const { flows, pairs, gone, notes } = told;
  const parts = [paint.strong(plain(whatIf.title[language]))];
  const section = (title: Words, lines: readonly (readonly string[])[]): void => {
    if (lines.length > 0) parts.push(`${paint.strong(title[language])}\n${aligned(lines, '  ')}`);
  };
  section(
    { en: 'Drawn flows', ja: '図のフロー' },
    flows.flatMap((change) => {
      const flow = input.document.flows.get(change.flow);
      if (flow === undefined) return [];
      return [[afterText(change, language, paint), plain(flowText(questionOfFlow(input, flow).flow))]];
    }),
  );
  const rows = (what: 'lost' | 'doubtful' | 'won', mark: string): string[][] =>
    pairs
      .filter((pair) => pair[what].length > 0)
      .map((pair) => pairText(input, matrix, pair, pair[what], mark, language));
  section(
    {
      en: `Pairs that lose their path: ${told.lost}`,
      ja: `経路を失う組: ${told.lost}`,
    },
    rows('lost', paint.bad('✗')),
  );
  section(
    { en: `Pairs that may lose it: ${told.doubtful}`, ja: `経路を失う可能性がある組: ${told.doubtful}` },
    rows('doubtful', paint.doubtful('?')),
  );
  section(
    { en: `Pairs that gain a path: ${told.won}`, ja: `経路が開く組: ${told.won}` },
    rows('won', paint.good('+')),
  );
  section(
    { en: 'Gone themselves', ja: '停止するもの' },
    gone.map((id) => [plain(nameOf(input, id))]),
  );
  if (parts.length === 1)
    parts.push(
      { en: 'Nothing changes: whatever arrives now still does.', ja: '影響はありません。' }[language],
    );
  for (const note of notes) parts.push(paint.quiet(plain(note[language])));
  return `${parts.join('\n\n')}\n`;
}

function pairText(
  input: Input,
  matrix: Matrix,
  { from, to }: PairChange,
  ports: readonly ProtocolPorts[],
  mark: string,
  language: Language,
): string[] {
  const named = (ends: readonly number[]): string => namedEnds(input, matrix, ends, language);
  return [mark, `${named(from)} → ${named(to)}`, portsWords(ports)[language]];
}

function afterText({ after }: FlowChange, language: Language, paint: Paint): string {
  switch (after) {
    case 'blocked':
      return paint.bad({ en: 'blocked', ja: 'ブロック' }[language]);
    case 'unknown':
      return paint.doubtful({ en: 'cannot say', ja: '判定不能' }[language]);
    case 'reachable':
      return paint.good({ en: 'reachable', ja: '到達可能' }[language]);
    case 'gone':
      return { en: 'gone', ja: '停止' }[language];
  }
}

function nameOf(input: Input, id: string): string {
  return input.document.resources.has(id) ? input.nameOf(id) : id;
}

/** The shape is told with the verb. */
export function whatIfJson(
  input: Input,
  matrix: Matrix,
  whatIf: WhatIf,
  { gone, flows, pairs, lost, doubtful, won, notes }: Consequences,
  language: Language,
): object {
  const named = (ends: readonly number[]): string[] =>
    ends.flatMap((index) => {
      const end = matrix.ends[index];
      return end === undefined ? [] : [endName(input, end)];
    });
  return {
    whatIf: whatIf.title[language],
    gone: gone.map((id) => nameOf(input, id)),
    flows: flows.flatMap(({ flow: id, before, after }) => {
      const flow = input.document.flows.get(id);
      return flow === undefined ? [] : [{ flow: questionOfFlow(input, flow).flow, before, after }];
    }),
    lost,
    doubtful,
    won,
    rows: pairs.map(({ from, to, ...what }) => ({ from: named(from), to: named(to), ...what })),
    unknowns: notes.map((note) => note[language]),
  };
}
