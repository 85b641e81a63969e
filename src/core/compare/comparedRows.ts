/**
 * Alternatives side by side: one row for each thing that they are compared by, with a cell for each of them. The table in the
 * browser shows them, and the scenes of a presentation are made of them.
 */
import { verbatim, type Words } from '../../lib/words';
import { hasOwnPrice, type CostLine } from '../cost/costLines';
import { rateText } from '../cost/usdText';
import type { ResourceId } from '../model/document';
import type { Alternative, Made, WayCost } from './alternative';
import { changeWords, compareWords, lineWords, monthText, verdictWords } from './compareWords';

export interface Row {
  readonly id: RowId;
  readonly label: Words;
  /** In the order of the alternatives. */
  readonly cells: readonly Cell[];
  /** Whether not all of them say the same. */
  readonly differs: boolean;
  /** Amounts, of which some are by prices of somebody's own. */
  readonly isAtOwnPrices: boolean;
}

export type RowId =
  'private' | 'public-ip' | 'guarded-by' | 'name' | 'month' | 'gb' | 'zone' | 'plan' | 'breaks' | 'assumed';

export interface Cell {
  /** What is compared. */
  readonly brief: Words;
  /** What it means, or what it is made of. */
  readonly more: readonly Words[];
  /** What most others say is something else. */
  readonly isApart: boolean;
}

export interface Compared {
  readonly alternative: Alternative;
  /** What is drawn, and what the plan adds, by the names that people see. */
  readonly nameOf: (id: ResourceId) => string;
}

/** Alternatives without a passage have nothing to compare: leave them out. */
export function comparedRows(compared: readonly Compared[]): readonly Row[] {
  const rows = Object.entries(makers).map(([id, { label, cell }]): Row => {
    const cells = compared.map(cell);
    const apart = apartFrom(cells);
    return {
      // The keys of the makers are the ids.
      id: id as RowId,
      label: sentence(label),
      cells: cells.map((each, index) => ({ ...each, isApart: apart[index] === true })),
      isAtOwnPrices: compared.some(({ alternative: { cost } }) =>
        hasOwnPrice(cost?.lines.filter(countsIn[id] ?? (() => false)) ?? []),
      ),
      differs: cells.some(({ brief }) => brief.en !== cells[0]?.brief.en),
    };
  });
  return rows.filter(
    ({ id, cells }) => !mayBeEmpty.has(id) || cells.some(({ brief }) => brief !== compareWords.nothing),
  );
}

/** The lines of a bill that the amounts of a row are by. */
const countsIn: Readonly<Record<string, (line: CostLine) => boolean>> = {
  month: () => true,
  gb: ({ unit }) => unit === 'gb',
} satisfies Partial<Record<RowId, (line: CostLine) => boolean>>;

/** Where none of them says anything the row goes. */
const mayBeEmpty: ReadonlySet<RowId> = new Set(['breaks', 'assumed']);

type Said = Omit<Cell, 'isApart'>;
interface Maker {
  readonly label: Words;
  readonly cell: (compared: Compared) => Said;
}

const makers: Readonly<Record<RowId, Maker>> = {
  private: {
    label: compareWords.private,
    cell: ({ alternative: { traits } }) => ({
      brief:
        traits === null
          ? compareWords.notKnown
          : traits.leavesPrivateNetwork
            ? compareWords.no
            : compareWords.yes,
      more: traits === null ? [] : [traits.network],
    }),
  },
  'public-ip': {
    label: compareWords.publicIp,
    cell: ({ alternative: { traits }, nameOf }) => {
      if (traits === null) return { brief: compareWords.notKnown, more: [] };
      const names = traits.publicAddresses.map(nameOf);
      return names.length === 0
        ? { brief: compareWords.no, more: [] }
        : { brief: verbatim(`${names.length} (${names.join(', ')})`), more: [] };
    },
  },
  'guarded-by': {
    label: compareWords.guardedBy,
    cell: ({ alternative: { traits } }) => ({
      brief: listed(traits?.guardedBy.map(({ title }) => title) ?? []),
      more: [],
    }),
  },
  name: {
    label: compareWords.name,
    cell: ({ alternative: { traits } }) => ({ brief: traits?.dnsAnswer ?? compareWords.notKnown, more: [] }),
  },
  month: {
    label: compareWords.month,
    cell: ({ alternative: { cost } }) => ({ brief: amount(monthText(cost)), more: cost?.notKnown ?? [] }),
  },
  gb: {
    label: compareWords.eachGb,
    cell: ({ alternative: { cost } }) => ({
      brief: amount(cost?.usdPerGb == null ? null : rateText(cost.usdPerGb)),
      more: [],
    }),
  },
  zone: {
    label: compareWords.zoneFails,
    cell: ({ alternative: { zoneLoss } }) => ({
      brief:
        zoneLoss?.survives == null
          ? verdictWords.unknown
          : zoneLoss.survives
            ? compareWords.goesOn
            : compareWords.stops,
      more: zoneLoss === null ? [] : [zoneLoss.says],
    }),
  },
  plan: {
    label: compareWords.plan,
    cell: ({ alternative }) => {
      const { adds, changes, removes } = alternative;
      const parts: readonly (readonly [Words, readonly Made[]])[] = [
        [compareWords.adds, adds],
        [compareWords.changes, changes],
        [compareWords.removes, removes],
      ];
      const said = parts.flatMap(([label, made]) =>
        made.length === 0 ? [] : [joined(label, countedTypes(made))],
      );
      return said.length === 0
        ? { brief: compareWords.nothing, more: [] }
        : {
            brief: joinedAll(said),
            more: alternative.plan.commands.length === 0 ? [] : [alternative.plan.title],
          };
    },
  },
  breaks: {
    label: compareWords.breaks,
    cell: ({ alternative: { breaks } }) => ({ brief: listed(breaks), more: [] }),
  },
  assumed: {
    label: compareWords.assumed,
    cell: ({ alternative: { unknowns, cost } }) => ({
      brief: listed([...unknowns, ...(cost?.assumes ?? [])]),
      more: [],
    }),
  },
};

/** The lines that a monthly amount is the sum of, and by how much the whole bill changes. */
export function costLines(cost: WayCost | null, nameOf: Compared['nameOf']): readonly Words[] {
  if (cost === null) return [];
  const change = changeWords(cost.changeUsd);
  return [
    ...cost.lines.map((line) => lineWords(line, nameOf(line.resource))),
    ...(change === undefined ? [] : [change]),
  ];
}

/** As a heading begins. */
function sentence({ en, ja }: Words): Words {
  return { en: en.charAt(0).toUpperCase() + en.slice(1), ja };
}

function amount(text: string | null): Words {
  return text === null ? compareWords.notKnown : verbatim(text);
}

/** `2 Route, NatGateway`: the names of the types without the service, as templates read. */
function countedTypes(made: readonly Made[]): string {
  const counts = new Map<string, number>();
  for (const { type } of made) {
    const name = type.split('::').at(-1) ?? type;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} ${name}`)).join(', ');
}

function joined(label: Words, text: string): Words {
  return { en: `${label.en} ${text}`, ja: `${label.ja}: ${text}` };
}

function joinedAll(all: readonly Words[]): Words {
  return { en: all.map(({ en }) => en).join('; '), ja: all.map(({ ja }) => ja).join('。') };
}

function listed(all: readonly Words[]): Words {
  if (all.length === 0) return compareWords.nothing;
  return { en: all.map(({ en }) => en).join(', '), ja: all.map(({ ja }) => ja).join('、') };
}

/** Which are not what the most say; none where no two say the same, or where two are said as often. */
function apartFrom(cells: readonly Said[]): readonly boolean[] {
  const counts = new Map<string, number>();
  for (const { brief } of cells) counts.set(brief.en, (counts.get(brief.en) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const leading = [...counts].filter(([, count]) => count === most);
  const [usual] = leading;
  if (most < 2 || leading.length > 1 || usual === undefined) return cells.map(() => false);
  return cells.map(({ brief }) => brief.en !== usual[0]);
}
