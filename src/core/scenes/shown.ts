/** What a scene shows and no longer can: the design with its change switched on, and what of it was deleted. */
import { commands, runCommand, type CommandCall } from '../commands';
import type { CommandContext } from '../commands/command';
import type { Document, SavedPlan, Scene } from '../model/document';
import { absolutePosition } from '../model/queries';
import type { Words } from '../../lib/words';
import { mentionedBy } from './mentioned';

export interface Shown {
  readonly document: Document;
  /** How many of the plan's commands have nothing to do any more, or cannot be carried out. */
  readonly idle: number;
}

/** The design with the scene's change. What of the change no longer fits is passed over. Never throws. */
export function shownBy(context: CommandContext, document: Document, { plan }: Pick<Scene, 'plan'>): Shown {
  let shown = document;
  let idle = 0;
  for (const each of plan?.commands ?? []) {
    const after = afterOne(context, shown, each);
    if (after === shown) idle++;
    else shown = after;
  }
  return { document: shown, idle };
}

/** What a presenter has to be told of a scene before the audience sees it; nothing where all is as it was made. */
export function faultsOf(context: CommandContext, document: Document, scene: Scene): readonly Words[] {
  const { document: shown, idle } = shownBy(context, document, scene);
  const faults: Words[] = [];
  const exists = (id: string): boolean => shown.flows.has(id) || shown.resources.has(id);
  const gone = new Map(Object.entries(scene.gone ?? {}).filter(([id]) => !exists(id)));
  for (const id of mentionedBy(scene)) if (!exists(id) && !gone.has(id)) gone.set(id, '');
  const names = [...new Set(gone.values())].filter((name) => name !== '').sort();
  const nameless = [...gone.values()].filter((name) => name === '').length;
  if (names.length > 0)
    faults.push({
      en: `Deleted from the diagram, and no longer shown here: ${names.join(', ')}.`,
      ja: `図から削除されたため、ここには表示されません: ${names.join('、')}`,
    });
  if (nameless > 0)
    faults.push({
      en: `${nameless === 1 ? '1 resource or arrow' : `${nameless} resources or arrows`} that this scene shows no longer ${nameless === 1 ? 'exists' : 'exist'}.`,
      ja: `このシーンで示すリソースまたは矢印のうち ${nameless} 件が存在しません。`,
    });
  if (idle > 0) faults.push(planFault(scene.plan, idle));
  if (document.resources.size > 0 && isNothingInView(shown, scene))
    faults.push({
      en: 'Nothing stands in its view any more. Choose another view for it.',
      ja: '表示範囲に何もありません。表示範囲を選び直してください。',
    });
  return faults;
}

function planFault(plan: SavedPlan | undefined, idle: number): Words {
  const all = plan?.commands.length ?? 0;
  return idle === all
    ? {
        en: 'Its change no longer does anything in this design: the scene shows the design as it is.',
        ja: 'シーンの変更はこの設計では何も変えないため、設計をそのまま示します。',
      }
    : {
        en: `Its change no longer fits this design: ${idle} of its ${all} parts ${idle === 1 ? 'does' : 'do'} nothing.`,
        ja: `シーンの変更の ${all} 件中 ${idle} 件は、この設計では何も変えません。`,
      };
}

function isNothingInView(shown: Document, { camera }: Scene): boolean {
  for (const { id, w, h } of shown.resources.values()) {
    const { x, y } = absolutePosition(shown, id);
    const isApart =
      x > camera.x + camera.w || y > camera.y + camera.h || x + w < camera.x || y + h < camera.y;
    if (w > 0 && h > 0 && !isApart) return false;
  }
  return true;
}

function afterOne(
  context: CommandContext,
  document: Document,
  { command, args }: SavedPlan['commands'][number],
): Document {
  if (!Object.hasOwn(commands, command)) return document;
  try {
    // The arguments are what the file says; a command leaves the document alone, or throws, where they make no sense to it.
    return runCommand(context, document, { command, args } as CommandCall);
  } catch {
    return document;
  }
}
