/**
 * Everything a person can ask the editor for, as one object behind every door: menu, shortcut, context menu, command
 * palette and the sheet of shortcuts all show and run the same one.
 */
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import type { Keys } from '../keyboard';

export interface Action {
  /** A verb and a noun, in lower case with hyphens: `delete-selection`. Unique. */
  readonly id: string;
  readonly label: Words;
  /** The label while this says something more exact: "Undo Move". */
  readonly labelNow?: (editor: Editor) => Words;
  /** The first is the one that menus show. */
  readonly keys?: readonly Keys[];
  /** Its place in menus and in the sheet of shortcuts. */
  readonly group: ActionGroup;
  /** For what is on or off: whether it is on now. */
  readonly checked?: (editor: Editor) => boolean;
  /** Whether its keys also work while a text field has the focus: save, open, the command palette. */
  readonly whileTyping?: boolean;
  /** Whether its keys mean something else to other controls (arrows, Tab, Enter), so that they work only on the canvas. */
  readonly onCanvas?: boolean;
  /** Whether a key that is held down repeats it. */
  readonly repeats?: boolean;
  /** Left out of menus and of the command palette: steps of moving about by keyboard. */
  readonly keyboardOnly?: boolean;
  /** Where it is not enabled its keys are left to the browser. */
  enabled(editor: Editor): boolean;
  run(editor: Editor): void;
}

export const actionGroups = ['file', 'edit', 'arrange', 'view', 'tools', 'walk', 'help'] as const;
export type ActionGroup = (typeof actionGroups)[number];
