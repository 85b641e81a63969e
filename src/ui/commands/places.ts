/** Where one can go on the canvas: resources and flows, with all that they may be looked for by. */
import type { Words } from '../../lib/words';
import { spokenName } from '../../editor/naming';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';
import { walkingOrder } from '../../editor/walking';
import { fold } from '../palette/entries';

export interface Place {
  readonly id: string;
  readonly name: string;
  /** What it is: "Public subnet, 10.0.0.0/24". */
  readonly about: Words;
  readonly icon: string | null;
  readonly isFlow: boolean;
  /** Name, kind in both languages, logical IDs, CIDR blocks and IP addresses, folded. */
  readonly names: readonly string[];
}

/** In the order of Tab: each container followed by what stands in it, then the flows. */
export function placesOf(editor: Editor): readonly Place[] {
  return walkingOrder(editor).map((id) => flowPlace(editor, id) ?? resourcePlace(editor, id));
}

function resourcePlace(editor: Editor, id: string): Place {
  const { catalog, store } = editor;
  const resource = store.document.resources.get(id);
  if (resource === undefined)
    return { id, name: '', about: { en: '', ja: '' }, icon: null, isFlow: false, names: [] };
  const kind = catalog.kind(resource.kind);
  const look = viewOf(editor).looks().look(id);
  const label = look.label ?? kind.label;
  const detail = look.detail === undefined ? '' : look.detail;
  const { provenance } = resource;
  return {
    id,
    name: resource.name === '' ? label[editor.session.getState().language] : resource.name,
    about: {
      en: [label.en, detail].filter(Boolean).join(', '),
      ja: [label.ja, detail].filter(Boolean).join('、'),
    },
    icon: look.icon ?? kind.icon,
    isFlow: false,
    names: [
      resource.name,
      label.en,
      label.ja,
      kind.label.en,
      kind.label.ja,
      resource.kind,
      detail,
      provenance?.logicalId ?? '',
      ...Object.values(provenance?.satellites ?? {}),
      ...addressesIn(resource.props),
    ]
      .filter((text) => text !== '')
      .map(fold),
  };
}

function flowPlace(editor: Editor, id: string): Place | undefined {
  const flow = editor.store.document.flows.get(id);
  if (flow === undefined) return undefined;
  const [from, to] = [spokenName(editor, flow.from), spokenName(editor, flow.to)];
  const nameOf = (end: string): string => editor.store.document.resources.get(end)?.name ?? '';
  const port = flow.port === null ? '' : ` ${flow.port}`;
  const sort = `${flow.protocol.toUpperCase()}${port}`;
  const name = `${nameOf(flow.from) || from.en} → ${nameOf(flow.to) || to.en}`;
  return {
    id,
    name,
    about: { en: `Flow, ${sort}`, ja: `フロー、${sort}` },
    icon: null,
    isFlow: true,
    names: [name, 'flow', 'フロー', sort].map(fold),
  };
}

/** CIDR blocks and IP addresses anywhere in what a resource says of itself, whatever its kind. */
function addressesIn(value: unknown, depth = 4): readonly string[] {
  if (typeof value === 'string') return /^[\da-f:.]*[:.][\da-f:.]*(\/\d+)?$/i.test(value) ? [value] : [];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => addressesIn(each, depth - 1));
}
