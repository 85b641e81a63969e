/** What this is, under which licences, and that it is not AWS's. */
import { useSay } from '../useEditor';
import { closeDialog } from './dialogs';
import { Dialog } from './Dialog';
import { wordList } from '../words';
import { builtFile } from '../builtFile';
import './about.css';

const words = wordList({
  title: { en: 'About vpcanvas', ja: 'vpcanvas について' },
  what: {
    en: 'An editor for AWS network diagrams that knows what it draws. Everything happens in this browser: no account, nothing is sent anywhere.',
    ja: '描いた内容を理解する AWS ネットワーク図エディターです。すべてこのブラウザの中で動作します。アカウントは不要で、データはどこにも送信されません。',
  },
  notAws: {
    en: 'vpcanvas is not affiliated with or endorsed by Amazon Web Services. “AWS” and the names of its services are trademarks of Amazon.com, Inc. or its affiliates. What it says about traffic and cost is computed from the drawing; the real account decides.',
    ja: 'vpcanvas は Amazon Web Services とは提携しておらず、承認も受けていません。「AWS」およびそのサービス名は Amazon.com, Inc. またはその関連会社の商標です。通信や料金についての表示は図から計算したもので、実際の結果は AWS アカウントの設定によって決まります。',
  },
  own: { en: 'Licence', ja: 'ライセンス' },
  mit: {
    en: 'vpcanvas is free software under the MIT License.',
    ja: 'vpcanvas は MIT ライセンスのフリーソフトウェアです。',
  },
  icons: { en: 'AWS Architecture Icons', ja: 'AWS アーキテクチャアイコン' },
  iconsText: {
    en: 'The icons are the work of Amazon Web Services, Inc., shown unmodified under CC BY-ND 2.0, as packed by “aws-icons” (MIT).',
    ja: 'アイコンは Amazon Web Services, Inc. の著作物で、CC BY-ND 2.0 に従い無改変で表示しています。npm パッケージ「aws-icons」(MIT) を使用しています。',
  },
  parts: { en: 'Made with', ja: '使用しているソフトウェア' },
  notice: { en: 'All notices', ja: 'すべての権利表示' },
  licences: { en: 'Texts of the licences', ja: 'ライセンスの全文' },
});

const parts: readonly (readonly [name: string, licence: string])[] = [
  ['React', 'MIT'],
  ['React Flow', 'MIT'],
  ['elkjs', 'EPL-2.0'],
  ['Immer, Zustand', 'MIT'],
  ['CodeMirror, Lezer', 'MIT'],
  ['yaml, idb', 'ISC'],
  ['AWS CloudFormation Validate', 'Apache-2.0'],
];

export function AboutDialog() {
  const say = useSay();
  return (
    <Dialog title={say(words.title)} onClose={closeDialog}>
      <div className="about-text">
        <p>{say(words.what)}</p>
        <p>{say(words.notAws)}</p>
        <h3>{say(words.own)}</h3>
        <p>{say(words.mit)}</p>
        <h3>{say(words.icons)}</h3>
        <p>{say(words.iconsText)}</p>
        <h3>{say(words.parts)}</h3>
        <dl className="about-parts">
          {parts.map(([name, licence]) => (
            <div key={name} className="about-part">
              <dt>{name}</dt>
              <dd>{licence}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={builtFile('NOTICE.txt')} target="_blank" rel="noreferrer">
            {say(words.notice)}
          </a>
        </p>
        <p>
          <a href={builtFile('THIRD-PARTY-LICENSES.txt')} target="_blank" rel="noreferrer">
            {say(words.licences)}
          </a>
        </p>
      </div>
    </Dialog>
  );
}
