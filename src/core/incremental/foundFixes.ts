/** The fixes that take time to find, each in a cell of its own that is asked for when there is time. */
import { equal } from '../../lib/equal';
import type { Plan } from '../plans/plan';
import type { Finding } from '../rules/rule';
import type { Graph, Cell, Watch } from './cells';

type Seek = () => readonly Plan[];

interface Sought {
  readonly seek: Seek;
  readonly cell: Cell<readonly Plan[]>;
  /** What is known: of before, as long as it is to be sought. */
  plans: readonly Plan[];
  /** The finding with them: the same object as long as both are. */
  shown: { readonly of: Finding; readonly finding: Finding } | undefined;
}

export class FoundFixes {
  private readonly graph: Graph;
  private readonly watch: Watch;
  private readonly byFinding = new Map<string, Sought>();
  private readonly unsought = new Set<string>();

  constructor(graph: Graph, watch: Watch) {
    this.graph = graph;
    this.watch = watch;
  }

  /** From now on the fixes of a finding are what `seek` finds. */
  provide(finding: string, seek: Seek): void {
    const before = this.byFinding.get(finding);
    if (before?.seek === seek) return;
    if (before !== undefined) this.watch.stop(before.cell);
    const cell = this.graph.cell(seek, equal);
    this.byFinding.set(finding, { seek, cell, plans: before?.plans ?? [], shown: before?.shown });
    this.watch.startLazily(cell, () => this.unsought.add(finding));
    this.unsought.add(finding);
  }

  /** The finding is no longer. */
  withdraw(finding: string): void {
    const before = this.byFinding.get(finding);
    if (before === undefined) return;
    this.watch.stop(before.cell);
    this.byFinding.delete(finding);
    this.unsought.delete(finding);
  }

  /** A finding with the fixes that are known; as it is where none have to be sought. */
  shownWith(finding: Finding): Finding {
    const sought = this.byFinding.get(finding.key);
    if (sought === undefined) return finding;
    if (sought.shown?.of !== finding)
      sought.shown = { of: finding, finding: { ...finding, fixes: sought.plans } };
    return sought.shown.finding;
  }

  get areSought(): boolean {
    return this.unsought.size === 0;
  }

  /** Seeks the fixes of one finding, those that have waited longest first; whether they are others than before. */
  seekNext(): boolean {
    const [finding] = this.unsought;
    const sought = finding === undefined ? undefined : this.byFinding.get(finding);
    if (finding === undefined || sought === undefined) return false;
    this.unsought.delete(finding);
    const plans = sought.cell.get();
    if (equal(plans, sought.plans)) return false;
    sought.plans = plans;
    sought.shown = undefined;
    return true;
  }
}
