/** What the product does not model: silence would read as a promise. */
import { limitations } from '../../core/network/limitations';
import { useSay } from '../useEditor';
import { wordList } from '../words';
import { closeDialog } from './dialogs';
import { Dialog } from './Dialog';
import { words } from './words';

const own = wordList({
  intro: {
    en: 'Verdicts are computed from the drawing alone. These things are left out of the reckoning:',
    ja: '判定は図だけから計算しています。次のことは計算に含まれていません。',
  },
});

export function LimitationsDialog() {
  const say = useSay();
  return (
    <Dialog title={say(words.limitations)} onClose={closeDialog}>
      <div className="about-text">
        <p>{say(own.intro)}</p>
        <ul>
          {limitations.map((limitation) => (
            <li key={limitation.en}>{say(limitation)}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
