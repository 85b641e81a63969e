/** The sheet of shortcuts, made from the actions themselves and from the list of pointer gestures. */
import type { ReactNode } from 'react';
import { actionGroups } from '../../editor/actions/action';
import { allActions } from '../../editor/actions';
import { keysText } from '../../editor/keyboard';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { isMac } from '../shell/isMac';
import { useSay } from '../useEditor';
import { pointerGestures, type PointerGesture } from './gestures';
import { groupWords, words } from './words';
import './commands.css';

export function ShortcutsDialog() {
  const say = useSay();
  return (
    <Dialog title={say(words.shortcuts)} className="shortcuts-dialog" onClose={closeDialog}>
      {/* A part that scrolls is to be reached by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="shortcuts" role="group" aria-label={say(words.shortcuts)} tabIndex={0}>
        {actionGroups.map((group) => {
          const withKeys = allActions().filter(
            (action) => action.group === group && action.keys !== undefined,
          );
          return withKeys.length === 0 ? null : (
            <Part key={group} title={say(groupWords[group])}>
              {withKeys.map(({ id, label, keys = [] }) => (
                <div key={id} className="shortcut">
                  <dt>{say(label)}</dt>
                  <dd>
                    {[...new Set(keys.map((each) => keysText(each, isMac)))].map((text) => (
                      <kbd key={text}>{text}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </Part>
          );
        })}
        <Part title={say(words.pointer)}>
          {pointerGestures.map((gesture) => (
            <div key={`${gesture.held ?? ''} ${gesture.input.en}`} className="shortcut">
              <dt>{say(gesture.does)}</dt>
              <dd>
                {gesture.held === undefined ? null : <kbd>{heldSign(gesture.held)}</kbd>}
                <span>{say(gesture.input)}</span>
              </dd>
            </div>
          ))}
        </Part>
      </div>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="shortcuts-part">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function heldSign(held: NonNullable<PointerGesture['held']>): string {
  if (held === 'space') return 'Space';
  const signs = isMac ? { mod: '⌘', alt: '⌥', shift: '⇧' } : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };
  return signs[held];
}
