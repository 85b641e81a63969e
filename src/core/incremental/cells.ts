/**
 * What is worked out once and again only when something that it read has changed.
 *
 * A *source* is something that is given: a record of the document. A *cell* is something that is worked out from sources and
 * other cells by a pure function. While a cell is worked out, every source and every cell that is read writes itself down as
 * read by it; nobody lists what a cell depends on, and so nobody can forget something. When a source changes, the cells that
 * have read it are out of date, and the cells that have read those may be. The next time somebody asks such a cell, it first
 * brings up to date what it read, in the order in which it read it, and is worked out again only if one of these has really
 * changed. A cell that comes out as before (by `same`) ends the matter there: nobody who reads it is worked out again.
 *
 * The law: whatever has changed in whatever order, a cell that is asked says what its function would say if everything
 * were worked out anew. It holds as long as the functions read what changes only through sources and cells.
 */

/** How far a cell can be trusted. */
type Trust = typeof trusted | typeof doubtful | typeof outdated;
/** It is what its function would say. */
const trusted = 0;
/** Something far away has changed; whether that matters shows when it is asked. */
const doubtful = 1;
/** Something that it read has changed. */
const outdated = 2;

type Result<T> = { readonly value: T } | { readonly thrown: unknown };
type Same = (before: unknown, after: unknown) => boolean;

/** Something that can be read. */
abstract class Readable {
  protected readonly graph: Graph;
  protected readonly readers = new Set<Cell<unknown>>();
  /** Who has read it last, and in which of its runs: most read the same thing again and again. */
  private lastReader: Cell<unknown> | null = null;
  private lastRun = 0;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  /** Whoever is being worked out has read this. */
  protected wasRead(): void {
    const { reader } = this.graph;
    if (reader === null || (this.lastReader === reader && this.lastRun === reader.run)) return;
    this.lastReader = reader;
    this.lastRun = reader.run;
    reader.hasRead(this);
  }

  addReader(reader: Cell<unknown>): void {
    this.readers.add(reader);
  }

  removeReader(reader: Cell<unknown>): void {
    this.readers.delete(reader);
  }

  /** Brings it up to date. */
  refresh(): void {}
}

/** Something given, which changes when somebody says so. What it holds is kept by whoever makes it. */
export class Source extends Readable {
  read(): void {
    this.wasRead();
  }

  changed(): void {
    for (const reader of this.readers) reader.distrust(outdated);
  }
}

export class Cell<T> extends Readable {
  /** Counts up with every run of its function. */
  run = 0;
  private readonly work: () => T;
  private readonly same: Same;
  private readonly early: Set<Cell<unknown>> | undefined;
  private readonly changed: (() => void) | undefined;
  private trust: Trust = outdated;
  private isWatched = false;
  private isRunning = false;
  private result: Result<T> | undefined;
  /** What it has read, in that order. What is read twice may be in it twice. */
  private sources: Readable[] = [];
  /** While it is worked out: how many of its sources are again the same so far, and those that came after. */
  private again = 0;
  private left: Readable[] | undefined;

  /** `early`: where it is to be found when it may have changed, if it is an early cell. */
  constructor(graph: Graph, work: () => T, same: Same, early?: Set<Cell<unknown>>, changed?: () => void) {
    super(graph);
    this.work = work;
    this.same = same;
    this.early = early;
    this.changed = changed;
  }

  /** What it says now. Throws what its function throws. */
  get(): T {
    this.wasRead();
    if (this.isRunning) throw new Error('a cell may not read itself');
    if (this.trust !== trusted) this.refresh();
    if (this.result === undefined) throw new Error('a cell has a result once it was worked out');
    if ('thrown' in this.result) throw this.result.thrown;
    return this.result.value;
  }

  override refresh(): void {
    if (this.trust === doubtful)
      for (const source of this.sources) {
        source.refresh();
        // Set from afar by a source that came out differently.
        if ((this.trust as Trust) === outdated) break;
      }
    if (this.trust === outdated) this.workOut();
    this.trust = trusted;
  }

  /** From now on it is among those that are `due` whenever it may have changed, and is so at first. */
  watch(): void {
    this.isWatched = true;
    this.graph.due.add(this);
  }

  /** Nobody needs it any more. */
  forget(): void {
    for (const source of this.sources) source.removeReader(this);
    this.sources = [];
    this.isWatched = false;
    this.graph.due.delete(this);
    this.trust = outdated;
  }

  distrust(trust: Trust): void {
    if (trust <= this.trust) return;
    const wasTrusted = this.trust === trusted;
    this.trust = trust;
    if (!wasTrusted) return;
    if (this.isWatched) this.graph.due.add(this);
    if (this.early !== undefined) this.early.add(this);
    else for (const reader of this.readers) reader.distrust(doubtful);
  }

  /** It has read something while it was worked out. */
  hasRead(source: Readable): void {
    if (this.left === undefined) {
      if (this.sources[this.again] === source) {
        this.again += 1;
        return;
      }
      this.left = this.sources.splice(this.again);
    }
    this.sources.push(source);
  }

  private workOut(): void {
    const before: Result<T> | undefined = this.result;
    const outer = this.graph.reader;
    this.graph.reader = this;
    this.run += 1;
    this.again = 0;
    this.left = undefined;
    this.isRunning = true;
    let after: Result<T>;
    try {
      after = { value: this.work() };
    } catch (thrown) {
      after = { thrown };
    } finally {
      this.graph.reader = outer;
      this.isRunning = false;
    }
    this.takeSources();
    const isSame =
      before !== undefined && 'value' in before && 'value' in after && this.same(before.value, after.value);
    // Keeping the very object lets those who compare by identity see that nothing has changed.
    this.result = isSame ? before : after;
    if (isSame) return;
    for (const reader of this.readers) reader.distrust(outdated);
    this.changed?.();
  }

  /** Mostly it reads what it has read before, and there is nothing to do. */
  private takeSources(): void {
    const left: readonly Readable[] = this.left ?? this.sources.splice(this.again);
    for (const source of left) source.removeReader(this);
    this.left = undefined;
    // Some of those that were left may have been read again, later than before.
    for (let index = left.length === 0 ? this.again : 0; index < this.sources.length; index++)
      this.sources[index]?.addReader(this);
  }
}

/** Sources and cells that may read one another. */
export class Graph {
  /** The cell that is being worked out. */
  reader: Cell<unknown> | null = null;
  /** Watched cells that may have changed since somebody took them from here. */
  readonly due = new Set<Cell<unknown>>();
  /** Early cells that may have changed, and those among them that wait for the others. */
  private readonly early = new Set<Cell<unknown>>();
  private readonly secondEarly = new Set<Cell<unknown>>();
  private readonly settlers: (() => void)[] = [];

  source(): Source {
    return new Source(this);
  }

  cell<T>(work: () => T, same: Same = Object.is): Cell<T> {
    return new Cell(this, work, same);
  }

  /**
   * A cell on which much hangs, and which mostly comes out as before. When something that it has read changes, its readers
   * hear nothing of it before `settleEarly` has brought it up to date, and nothing at all if it comes out as before.
   * `changed` is told whenever it says something else.
   */
  earlyCell<T>(work: () => T, same: Same = Object.is, changed?: () => void): Cell<T> {
    return new Cell(this, work, same, this.early, changed);
  }

  /** The same for one that hangs on what is put together of early cells: it waits until they are up to date. */
  secondEarlyCell<T>(work: () => T, same: Same = Object.is): Cell<T> {
    return new Cell(this, work, same, this.secondEarly);
  }

  /** Whoever puts together by itself what early cells say, does so whenever they are up to date. */
  settleWithEarly(settle: () => void): void {
    this.settlers.push(settle);
  }

  /** Has to be done after changes, before anything is asked. */
  settleEarly(): void {
    do {
      // One may be worked out before another one that it hangs on; it is then added again.
      refreshAll(this.early);
      for (const settle of this.settlers) settle();
      if (this.early.size === 0) refreshAll(this.secondEarly);
    } while (this.early.size + this.secondEarly.size > 0);
  }
}

/** What is added meanwhile is refreshed as well. */
function refreshAll(cells: Set<Cell<unknown>>): void {
  for (const cell of cells) {
    cells.delete(cell);
    cell.refresh();
  }
}

/** A cell for each thing one can ask about, made when it is first asked for. */
export function cellsBy<K, T>(
  graph: Graph,
  work: (about: K) => T,
  same?: Same,
  when: 'lazy' | 'second early' = 'lazy',
): (about: K) => Cell<T> {
  return madeBy((about) =>
    when === 'lazy' ? graph.cell(() => work(about), same) : graph.secondEarlyCell(() => work(about), same),
  );
}

/** The same with early cells. */
export function earlyCellsBy<K, T>(
  graph: Graph,
  work: (about: K) => T,
  same?: (before: T, after: T) => boolean,
  changed?: (about: K) => void,
): (about: K) => Cell<T> {
  // Values that are compared are values of this cell.
  return madeBy((about) =>
    graph.earlyCell(
      () => work(about),
      same as Same | undefined,
      () => changed?.(about),
    ),
  );
}

function madeBy<K, T>(make: (about: K) => Cell<T>): (about: K) => Cell<T> {
  const cells = new Map<K, Cell<T>>();
  return (about) => {
    let cell = cells.get(about);
    if (cell === undefined) cells.set(about, (cell = make(about)));
    return cell;
  };
}

/**
 * Follows the cells of a set of keys that changes: `changed` is told what each says, whenever it says something else, and
 * undefined for keys that have gone. It is told by `settle`.
 */
export function followAll<K, T>(
  watch: Watch,
  keys: Cell<readonly K[]>,
  cellOf: (key: K) => Cell<T>,
  changed: (key: K, value: T | undefined) => void,
): void {
  let followed = new Set<K>();
  watch.start(keys, (now) => {
    const next = new Set(now);
    for (const key of followed)
      if (!next.has(key)) {
        watch.stop(cellOf(key));
        changed(key, undefined);
      }
    for (const key of next) if (!followed.has(key)) watch.start(cellOf(key), (value) => changed(key, value));
    followed = next;
  });
}

/** Tells what watched cells say, when they say something else. */
export class Watch {
  private readonly graph: Graph;
  private readonly callbacks = new Map<Cell<unknown>, (() => void)[]>();

  constructor(graph: Graph) {
    this.graph = graph;
  }

  start<T>(cell: Cell<T>, changed: (value: T) => void): void {
    let before: { readonly value: T } | undefined;
    this.startLazily(cell, () => {
      const value = cell.get();
      if (before !== undefined && Object.is(before.value, value)) return;
      before = { value };
      changed(value);
    });
  }

  /** The same for a cell that is not brought up to date: told is that it may have changed. */
  startLazily(cell: Cell<unknown>, mayHaveChanged: () => void): void {
    const others = this.callbacks.get(cell);
    if (others === undefined) this.callbacks.set(cell, [mayHaveChanged]);
    else others.push(mayHaveChanged);
    cell.watch();
  }

  stop(cell: Cell<unknown>): void {
    this.callbacks.delete(cell);
    cell.forget();
  }

  /** Brings all watched cells up to date. */
  settle(): void {
    this.graph.settleEarly();
    // What is added meanwhile is settled as well.
    for (const cell of this.graph.due) {
      this.graph.due.delete(cell);
      for (const call of this.callbacks.get(cell) ?? []) call();
    }
  }
}
