/** What the box of commands offers: what can be done now, and where one can go. */
import { actionGroups, type Action } from '../../editor/actions/action';
import type { Editor } from '../../editor/editor';
import { allActions } from '../../editor/actions';
import type { Words } from '../../lib/words';
import { fold } from '../palette/entries';
import { appearanceCommands } from './appearanceCommands';
import { fitting } from './ranking';
import type { Place } from './places';

export type Command =
  | {
      readonly is: 'action';
      readonly action: Action;
      readonly label: Words;
      readonly names: readonly string[];
    }
  | { readonly is: 'place'; readonly place: Place; readonly names: readonly string[] };

/** Everything that is enabled, in the order of the groups. What opens the box itself is left out. */
export function commandsNow(editor: Editor): readonly Command[] {
  return actionGroups.flatMap((group) =>
    [...allActions(), ...appearanceCommands]
      .filter((action) => action.group === group && action.id !== 'command-palette' && action.enabled(editor))
      .map((action): Command => {
        const label = action.labelNow?.(editor) ?? action.label;
        // Labels of both languages find it, whichever is shown.
        const names = [label.en, label.ja, action.label.en, action.label.ja].map(fold);
        return { is: 'action', action, label, names: [...new Set(names)] };
      }),
  );
}

export interface CommandGroups {
  readonly recent: readonly Command[];
  readonly actions: readonly Command[];
  readonly places: readonly Command[];
}

/**
 * Without a text: what was used last, then all commands but the steps of moving about by keyboard, which nobody looks for
 * in a list. With one: what fits it, of equal fit what was used last first; then the places.
 */
export function commandsFor(
  actions: readonly Command[],
  places: readonly Place[],
  recent: readonly string[],
  query: string,
): CommandGroups {
  const age = (command: Command): number => {
    const at = command.is === 'action' ? recent.indexOf(command.action.id) : -1;
    return at < 0 ? recent.length : at;
  };
  if (query.trim() === '') {
    const used = actions.filter((each) => age(each) < recent.length).sort((a, b) => age(a) - age(b));
    const rest = actions.filter(
      (each) => !used.includes(each) && each.is === 'action' && each.action.keyboardOnly !== true,
    );
    return { recent: used, actions: rest, places: [] };
  }
  return {
    recent: [],
    actions: fitting(
      [...actions].sort((a, b) => age(a) - age(b)),
      query,
    ),
    places: fitting(
      places.map((place): Command => ({ is: 'place', place, names: place.names })),
      query,
    ),
  };
}
