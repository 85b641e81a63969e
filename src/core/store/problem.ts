import type { Words } from '../../lib/words';

/** What was wrong with a file that was opened, and where. */
export interface Problem {
  /** One or two sentences: what is wrong, and what was made of it or what to do. Where, the other members say. */
  readonly message: Words;
  /** error: something is not as the file says. warning: kept, but not understood by this version. */
  readonly severity: 'error' | 'warning';
  /** Where in the file's data: `resources.web.props.cidr`. */
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
}
