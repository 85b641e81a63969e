/** The fixes of what is at hand: the one in question is shown on the canvas, Enter carries it out. */
import { useEffect, useState } from 'react';
import { applyFix, fixesAtHand } from '../../editor/fixes';
import { SeveritySign } from '../severitySigns';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { fold } from '../palette/entries';
import { KeyHint } from './KeyHint';
import { fitting } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { countWords, words } from './words';

export function FixesDialog() {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const search = useSearch();
  const { query, active } = search;
  // As they were when it was asked for: the box takes the focus from the finding that it was on.
  const [fixes] = useState(() =>
    fixesAtHand(editor).map((fix) => ({
      ...fix,
      names: [fix.plan.title.en, fix.plan.title.ja, fix.finding.message.en, fix.finding.message.ja].map(fold),
    })),
  );
  const shown = fitting(fixes, query);
  const plan = shown[active]?.plan ?? null;
  useEffect(() => {
    session.setState({ preview: plan });
    return () => session.setState({ preview: null });
  }, [session, plan]);
  const lines = shown.map(({ plan: { title }, finding }): Line => ({
    id: title.en,
    group: say(finding.message),
    content: (
      <>
        <SeveritySign severity={finding.severity} />
        <span className="search-box-name">{say(title)}</span>
      </>
    ),
  }));
  return (
    <SearchBox
      title={say(words.fixes)}
      className="search-box-aside"
      hint={say(words.fixesHint)}
      {...search}
      lines={lines}
      onChoose={(index) => {
        const chosen = shown[index];
        closeDialog();
        if (chosen !== undefined) setTimeout(() => applyFix(editor, chosen.plan), 0);
      }}
      status={say(countWords(shown.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(words.apply)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}
