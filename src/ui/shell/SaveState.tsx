/** Says in words where the diagram is kept, and offers a file where the browser does not keep it. */
import { actionById } from '../../editor/actions';
import type { Words } from '../../lib/words';
import { isInFile, type DeskState } from '../files/desk';
import { useDeskState } from '../files/useDesk';
import { WarningGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';

export function SaveState() {
  const editor = useEditor();
  const say = useSay();
  const state = useDeskState((desk) => desk);
  const text = say(saveWords(state));
  if (state.safety.is !== 'not-kept' || isInFile(state))
    return (
      <span className="save-state" title={text}>
        <span>{text}</span>
      </span>
    );
  return (
    <button
      type="button"
      className="save-state-failed"
      title={say(whatToDo)}
      aria-label={`${text}. ${say(whatToDo)}`}
      onClick={() => actionById('save-file')?.run(editor)}
    >
      <WarningGlyph />
      <span>{text}</span>
    </button>
  );
}

const whatToDo: Words = {
  en: 'This browser does not keep the diagram. Save it to a file',
  ja: 'このブラウザにはダイアグラムを保存できません。ファイルに保存してください',
};

export function saveWords(state: DeskState): Words {
  const { safety, file } = state;
  if (isInFile(state)) return { en: `Saved in ${file?.name ?? ''}`, ja: `${file?.name ?? ''} に保存済み` };
  switch (safety.is) {
    case 'keeping':
      return { en: 'Saving…', ja: '保存しています…' };
    case 'not-kept':
      return safety.because === 'full'
        ? { en: 'Not saved: storage is full', ja: '未保存: 保存領域がいっぱいです' }
        : { en: 'Not saved: storage is forbidden', ja: '未保存: 保存が許可されていません' };
    case 'kept':
      return file === null
        ? { en: 'Saved in this browser', ja: 'このブラウザに保存済み' }
        : {
            en: `Saved in this browser, not in ${file.name}`,
            ja: `このブラウザに保存済み (${file.name} は未更新)`,
          };
  }
}
