/** What the product does not model: silence would read as a promise. */
import { limitationsOf } from '../../core/network/limitations';
import { useEditor, useSay } from '../useEditor';
import { wordList } from '../words';
import { closeDialog } from './dialogs';
import { Dialog } from './Dialog';
import { words } from './words';
import './about.css';

const own = wordList({
  intro: {
    en: 'Verdicts are computed from the drawing alone. These things are left out of the reckoning:',
    ja: '判定は図だけから計算しています。次のことは計算に含まれていません。',
  },
});

export function LimitationsDialog() {
  const say = useSay();
  const { catalog } = useEditor();
  return (
    <Dialog title={say(words.limitations)} onClose={closeDialog}>
      <div className="about-text">
        <p>{say(own.intro)}</p>
        <ul>
          {limitationsOf(catalog).map((limitation) => (
            <li key={limitation.en}>{say(limitation)}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
