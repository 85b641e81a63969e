import type { Words } from '../../../lib/words';
import { parseJson } from './parseJson';
import { parseYaml } from './parseYaml';
import type { Position, SyntaxNode } from './syntax';
import { createPositions } from './syntax';

/** A text that was read, whatever it means. */
export interface SourceTree {
  readonly root: SyntaxNode;
  /** Keys that stand a second time in one object; the last one counts. */
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
  /** Where YAML aliases stand. */
  readonly aliases: readonly number[];
}

export interface SourceFault {
  readonly offset: number;
  readonly message: Words;
}

/** The text of a template with its tree. */
export interface TemplateSource extends SourceTree {
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly position: (offset: number) => Position;
}

/** Nothing could be made of a file. */
export interface ImportFailure {
  readonly file: string;
  /** What is wrong and what to do. Whoever shows it says the file and the place. */
  readonly message: Words;
  readonly line?: number;
  readonly column?: number;
}

/** Five times what CloudFormation takes: enough for templates that a later step splits or shrinks. */
const largest = 5_000_000;

export function parseTemplate(file: string, text: string): TemplateSource | ImportFailure {
  const megabytes = (text.length / 1_000_000).toFixed(1);
  if (text.length > largest)
    return {
      file,
      message: {
        en: `the file is too large (${megabytes} MB): CloudFormation takes templates of 1 MB, this program of ${largest / 1_000_000} MB; split it into several`,
        ja: `ファイルが大きすぎます (${megabytes} MB)。CloudFormation のテンプレートは 1 MB まで、このプログラムで読めるのは ${largest / 1_000_000} MB までです。分割してください`,
      },
    };
  if (text.trim() === '')
    return {
      file,
      message: { en: 'the file is empty', ja: 'ファイルが空です' },
    };
  const position = createPositions(text);
  const failure = ({ offset, message }: SourceFault): ImportFailure => {
    return { file, ...position(Math.min(offset, text.length)), message };
  };

  if (/^\uFEFF?\s*(?:\{|\/[/*])/.test(text)) {
    const json = parseJson(text);
    if ('root' in json) return { ...json, text, format: 'json', position };
    // An object of YAML in braces is rare; only when it is one is the text no faulty JSON.
    const yaml = /^\uFEFF?\s*\{\s*["}/]/.test(text) ? undefined : parseYaml(text);
    return yaml !== undefined && 'root' in yaml ? { ...yaml, text, format: 'yaml', position } : failure(json);
  }
  const yaml = parseYaml(text);
  return 'root' in yaml ? { ...yaml, text, format: 'yaml', position } : failure(yaml);
}
