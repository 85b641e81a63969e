/** The commands to run where the AWS account is, and what to do with their answers. Nothing is fetched here. */
import { useId, useState } from 'react';
import { describeMappings } from '../../awsDescribe';
import type { Catalog } from '../../core/catalog/catalog';
import { commandsFor } from '../../core/describe/commands';
import { actionById } from '../../editor/actions';
import type { Words } from '../../lib/words';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useDocument, useEditor, useSay } from '../useEditor';
import { wordList } from '../words';
import './awsCommands.css';

const words = wordList({
  title: { en: 'Import from AWS', ja: 'AWS からインポート' },
  intro: {
    en: 'Run these commands in an empty folder, where the AWS CLI is signed in: a terminal of yours, or AWS CloudShell. They only read. Then open the files here, all at once, or drop the folder on the window. Nothing is uploaded, and no credentials are needed here.',
    ja: 'AWS CLI にサインイン済みの環境 (手元のターミナルや AWS CloudShell) で、空のフォルダーに移動して次のコマンドを実行してください。読み取りだけを行います。その後、できたファイルをまとめて開くか、フォルダーごとウィンドウにドロップします。データはアップロードされず、認証情報も不要です。',
  },
  rest: {
    en: 'Services that you do not use or may not read can be left out. What needs an id (DNS attributes of a VPC, listeners, target health) is asked for after the first import, by commands that the message lists.',
    ja: '使っていないサービスや権限のないサービスは省いてかまいません。ID が必要なもの (VPC の DNS 属性、リスナー、ターゲットのヘルスなど) は、最初のインポートの後に、実行するコマンドをメッセージで表示します。',
  },
  region: { en: 'Region', ja: 'リージョン' },
  commands: { en: 'Commands', ja: 'コマンド' },
  copy: { en: 'Copy all', ja: 'すべてコピー' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  notCopied: {
    en: 'Could not copy: select the text instead',
    ja: 'コピーできません。テキストを選択してください',
  },
  open: { en: 'Open the files…', ja: 'ファイルを開く…' },
});

export function AwsCommandsDialog() {
  const say = useSay();
  const editor = useEditor();
  const [region, setRegion] = useState(useDocument(({ settings }) => settings.region));
  const [said, setSaid] = useState<keyof typeof words>('copy');
  const choices = regionChoices(editor.catalog);
  const ids = { region: useId(), commands: useId() };
  const text = commandsFor(describeMappings, region).join('\n');
  const copy = (): void =>
    void navigator.clipboard.writeText(`${text}\n`).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    );
  return (
    <Dialog
      title={say(words.title)}
      className="aws-commands"
      onClose={closeDialog}
      foot={
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              closeDialog();
              actionById('open-file')?.run(editor);
            }}
          >
            {say(words.open)}
          </button>
          <button type="button" className="button button-filled" onClick={copy} aria-live="polite">
            {say(words[said])}
          </button>
        </>
      }
    >
      <p>{say(words.intro)}</p>
      <div className="aws-commands-region">
        <label htmlFor={ids.region}>{say(words.region)}</label>
        <select
          className="inspector-select"
          id={ids.region}
          value={region}
          onChange={(event) => {
            setRegion(event.target.value);
            setSaid('copy');
          }}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {say(label)}
            </option>
          ))}
        </select>
      </div>
      <label className="unseen" htmlFor={ids.commands}>
        {say(words.commands)}
      </label>
      <textarea
        id={ids.commands}
        className="aws-commands-text"
        readOnly
        spellCheck={false}
        wrap="off"
        rows={12}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>{say(words.rest)}</p>
    </Dialog>
  );
}

/** The Regions as the box of one offers them. */
function regionChoices(catalog: Catalog): readonly { readonly value: string; readonly label: Words }[] {
  for (const kind of catalog.kinds.keys()) {
    const field = catalog.fields(kind).get('region');
    if (field?.control === 'choice') return field.options('') as readonly { value: string; label: Words }[]; // names are texts
  }
  return [];
}
