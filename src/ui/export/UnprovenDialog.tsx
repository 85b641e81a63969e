/** What is not proven of an export, each with the way to it; and the decision. */
import { useStore } from 'zustand';
import type { Unproven } from '../../core/proof/proof';
import { jumpTo } from '../../editor/inspecting/jump';
import { Dialog } from '../shell/Dialog';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { handOut, waiting } from './exportProven';
import './export.css';
import { introText, words } from './words';

const order = ['rule', 'fault', 'difference'] as const;

export function UnprovenDialog() {
  const editor = useEditor();
  const say = useSay();
  const asked = useStore(waiting, (state) => state.export);
  if (asked === null) return null;
  const { files, answer } = asked;
  const { unproven } = answer;
  const close = (): void => {
    closeDialog();
    waiting.setState({ export: null });
  };
  const goTo = ({ on, field }: Unproven): void => {
    close();
    if (on !== null) jumpTo(editor, on, field);
  };
  const sorted = order.flatMap((is) => unproven.filter((each) => each.is === is));
  const first = sorted.find(({ on }) => on !== null);
  return (
    <Dialog
      title={say(words.title)}
      className="unproven"
      onClose={close}
      foot={
        <>
          <button
            type="button"
            className="button button-outlined"
            onClick={() => {
              close();
              handOut(files, answer);
            }}
          >
            {say(words.anyway)}
          </button>
          {first === undefined ? null : (
            <button type="button" className="button button-filled" onClick={() => goTo(first)}>
              {say(words.goToFirst)}
            </button>
          )}
        </>
      }
    >
      <p>
        {say(
          introText(
            files.map(({ name }) => name),
            unproven.length,
          ),
        )}
      </p>
      {order.map((is) => {
        const found = sorted.filter((each) => each.is === is);
        return found.length === 0 ? null : (
          <section key={is}>
            <h3>{say(words[is])}</h3>
            <ul>
              {found.map((each) => (
                <li key={each.message.en}>
                  {each.on === null ? (
                    say(each.message)
                  ) : (
                    <button type="button" className="unproven-place" onClick={() => goTo(each)}>
                      {say(each.message)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}
