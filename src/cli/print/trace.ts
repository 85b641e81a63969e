/** A trace for people: the verdict, then every decision on the way there and back, then what to change. */
import { sayDisposition } from '../../core/network/network';
import type { Block, Path, Step, Trace } from '../../core/network/trace';
import { headerWords, rowWords } from '../../core/network/rowWords';
import { directionWords, stepWords, withWhatItLeavesOut } from '../../core/network/stepWords';
import type { Language, Words } from '../../lib/words';
import type { Input } from '../openInput';
import type { FlowWords } from '../question';
import { flowText } from '../question';
import { rowName } from '../traceJson';
import type { Fix } from '../traceFixes';
import type { Paint } from './colour';
import { aligned, plain } from './columns';

export function printTrace(
  input: Input,
  flow: FlowWords,
  trace: Trace,
  fixes: readonly Fix[],
  language: Language,
  paint: Paint,
): string {
  const say = (words: Words): string => plain(words[language]);
  const parts = [`${verdictText(trace, language, paint)}  ${paint.strong(plain(flowText(flow)))}`];
  const { resolution } = trace;
  if (resolution !== null)
    parts.push(
      section(
        { en: 'Name', ja: '名前解決' },
        [
          resolution.answers.length === 0
            ? `${plain(resolution.name)}: ${say(notResolved)}`
            : `${plain(resolution.name)} = ${resolution.answers.map(plain).join(', ')}`,
          say(resolution.because),
        ],
        language,
        paint,
      ),
    );
  parts.push(pathText({ en: 'Forward', ja: '往路' }, trace.forward, input, language, paint));
  if (trace.return !== null)
    parts.push(pathText({ en: 'Reply', ja: '復路' }, trace.return, input, language, paint));
  if (trace.blockedBy.length > 0)
    parts.push(
      section(
        { en: 'Blocked by', ja: 'ブロックの原因' },
        trace.blockedBy.map((block) => blockText(input, block, language, paint)),
        language,
        paint,
      ),
    );
  if (fixes.length > 0)
    parts.push(
      section(
        { en: 'This would mend it', ja: '修正の候補' },
        fixes.map(({ plan }) => say(plan.title)),
        language,
        paint,
      ),
    );
  if (trace.unknowns.length > 0)
    parts.push(
      section(
        { en: 'Assumed or not analysed', ja: '仮定したこと・分析していないこと' },
        trace.unknowns.map(say),
        language,
        paint,
      ),
    );
  return `${parts.join('\n\n')}\n`;
}

function verdictText({ verdict, return: reply, blockedBy }: Trace, language: Language, paint: Paint): string {
  const replyOnly = reply !== null && blockedBy.every(({ direction }) => direction === 'return');
  switch (verdict) {
    case 'reachable':
      return paint.good({ en: 'REACHABLE', ja: '到達可能' }[language]);
    case 'blocked':
      return paint.bad(
        (replyOnly ? { en: 'REPLY BLOCKED', ja: '応答がブロック' } : { en: 'BLOCKED', ja: 'ブロック' })[
          language
        ],
      );
    case 'unknown':
      return paint.doubtful({ en: 'CANNOT SAY', ja: '判定不能' }[language]);
  }
}

function blockText(input: Input, block: Block, language: Language, paint: Paint): string {
  const who = block.resource === null ? null : input.nameOf(block.resource);
  const code = [block.code, block.analyzerCode].filter((each) => each !== null).join(' · ');
  const reply = block.direction === 'return' ? { en: 'reply: ', ja: '復路: ' }[language] : '';
  const says = withWhatItLeavesOut(block.says[language], [
    who,
    rowName(input, block),
    rowIn(block.row, language),
  ]);
  return `${reply}${plain(says)}  ${paint.quiet(`[${code}]`)}`;
}

function pathText(title: Words, path: Path, input: Input, language: Language, paint: Paint): string {
  const rows = path.steps.map((step, index) => [
    String(index + 1).padStart(2),
    mark(step, paint),
    plain(step.at === null ? headerWords(step.packet.destination)[language] : input.nameOf(step.at)),
    stepWords(step.what)[language],
    step.direction === null ? '' : directionWords[step.direction][language],
    becauseText(step, input, language, paint),
  ]);
  const end = sayDisposition(path.disposition)[language];
  return `${paint.strong(title[language])}  ${paint.quiet(end)}\n${aligned(rows, '  ')}`;
}

function becauseText(
  { at, because, verdict, packet }: Step,
  input: Input,
  language: Language,
  paint: Paint,
): string {
  const says = because.says[language];
  const owner = because.resource === null || because.resource === at ? null : input.nameOf(because.resource);
  const after =
    verdict === 'rewrite'
      ? paint.quiet(
          `  ${plain(headerWords(packet.source)[language])} → ${plain(headerWords(packet.destination)[language])}`,
        )
      : '';
  return (
    plain(withWhatItLeavesOut(says, [owner, rowName(input, because), rowIn(because.row, language)])) + after
  );
}

function rowIn(row: string | null, language: Language): string | null {
  return row === null ? null : rowWords(row)[language];
}

function mark({ verdict }: Step, paint: Paint): string {
  switch (verdict) {
    case 'pass':
      return paint.good('✓');
    case 'drop':
      return paint.bad('✗');
    case 'rewrite':
      return paint.good('↻');
    case 'unknown':
      return paint.doubtful('?');
  }
}

function section(title: Words, lines: readonly string[], language: Language, paint: Paint): string {
  return `${paint.strong(title[language])}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

const notResolved: Words = { en: 'not resolved', ja: '名前解決できません' };
