import type { Outline } from '../../../core/cfn/reread/outline';
import type { Words } from '../../../lib/words';
import type { CodeFormat } from '../../../worker/codeProtocol';

/** What completion, hover and going to definitions know of the text. */
export interface HelpSource {
  readonly format: () => CodeFormat;
  /** The names in the last text that could be read; null where there was none yet. */
  readonly names: () => Outline | null;
  readonly say: (words: Words) => string;
}

export const loadHelp = () => import('./templateHelp');
