/** A trace in the JSON of the command line's contract. */
import type { Language } from '../lib/words';
import type { ResourceId } from '../core/model/document';
import type { Block, Path, Step, Trace } from '../core/network/trace';
import type { Input } from './openInput';
import type { FlowWords } from './question';
import type { Fix } from './traceFixes';

export function traceJson(
  input: Input,
  flow: FlowWords,
  trace: Trace,
  fixes: readonly Fix[],
  language: Language,
): object {
  const { resolution } = trace;
  return {
    verdict: trace.verdict,
    flow,
    resolution:
      resolution === null
        ? null
        : { name: resolution.name, answers: resolution.answers, because: resolution.because[language] },
    forward: pathJson(input, trace.forward, language),
    return: trace.return === null ? null : pathJson(input, trace.return, language),
    blockedBy: trace.blockedBy.map((block) => blockJson(input, block, language)),
    unknowns: trace.unknowns.map((words) => words[language]),
    fixes: fixes.map(({ plan, blocks }) => ({ title: plan.title[language], blocks })),
  };
}

export function blockJson(input: Input, block: Block, language: Language): object {
  return {
    resource: block.resource === null ? null : input.nameOf(block.resource),
    row: rowText(input, block),
    code: block.code,
    analyzerCode: block.analyzerCode,
    direction: block.direction,
    says: block.says[language],
  };
}

interface Row {
  readonly resource: ResourceId | null;
  readonly row: string | null;
  readonly field?: string;
  readonly rowKey?: string;
}

/** The row in words, with the logical ID of a row that is a resource of its own in the template. */
function rowText(input: Input, of: Row): string | null {
  const own = rowName(input, of);
  if (own === null || of.row?.includes(own) === true) return of.row;
  return of.row === null ? own : `${own}: ${of.row}`;
}

export function rowName(input: Input, { resource, field, rowKey }: Row): string | null {
  return (resource === null ? undefined : input.rowName(resource, field, rowKey)) ?? null;
}

function pathJson(input: Input, { disposition, steps }: Path, language: Language): object {
  return { disposition, steps: steps.map((step) => stepJson(input, step, language)) };
}

function stepJson(input: Input, { at, what, direction, verdict, because }: Step, language: Language): object {
  return {
    at: at === null ? null : input.nameOf(at),
    what,
    direction,
    verdict,
    because: {
      resource: because.resource === null ? null : input.nameOf(because.resource),
      row: rowText(input, because),
      says: because.says[language],
    },
  };
}
