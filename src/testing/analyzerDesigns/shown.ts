/** A smallest design that shows why AWS's analyser says a path is not reachable. */
import type { NotReachableCode } from '../../core/network/analyzerCodes';
import type { Fact } from '../../core/network/facts';
import type { Disposition, Query } from '../../core/network/trace';

export interface Shown {
  readonly design: readonly Fact[];
  readonly flow: Query;
  /** Whose configuration is at fault; null where nobody's is. */
  readonly blamed: string | null;
  /** Our own word for it. */
  readonly code: Disposition;
  /** The row that is told with the code, where the analyser says it of a row that does not decide. */
  readonly losingRow?: string;
}

export type Family = Readonly<Partial<Record<NotReachableCode, Shown>>>;
