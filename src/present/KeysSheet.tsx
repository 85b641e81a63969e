/** The keys of presenting over the scene, made from the table that the keyboard goes by. */
import { keysText } from '../editor/keyboard';
import '../ui/commands/commands.css';
import { Dialog } from '../ui/shell/Dialog';
import { isMac } from '../ui/shell/isMac';
import { useSay } from '../ui/useEditor';
import { presentingTable } from '../core/scenes/presentingKeys';
import { words } from './words';

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say(words.keys)} className="presenting-keys" onClose={onClose}>
      {/* A part that scrolls is to be reached by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label={say(words.keys)} tabIndex={0}>
        <dl className="shortcuts-part">
          {presentingTable.map(({ means, label, keys, afterNumber }) => (
            <div key={means} className="shortcut">
              <dt>{say(label)}</dt>
              <dd>
                {afterNumber === true && <span>{say(words.aNumber)}</span>}
                {keys
                  .map((each) => keysText(each, isMac))
                  .map((text) => (
                    <kbd key={text}>{text}</kbd>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
