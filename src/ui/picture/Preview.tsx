import { useEffect, useState } from 'react';
import { closeDialog } from '../shell/dialogs';
import { tell } from '../shell/messages';
import { useEditor, useSay } from '../useEditor';
import { formats } from './formats';
import { previewOf, type PictureChoice } from './pictureFiles';
import { words } from './words';

interface Seen {
  readonly address: string;
  readonly title: string;
  readonly count: number;
}

/** What the first page would be, as an SVG file: at this size one does not see the difference. */
export function Preview({ choice }: { readonly choice: PictureChoice }) {
  const say = useSay();
  const editor = useEditor();
  const [seen, setSeen] = useState<Seen | null>(null);
  const { format, theme, language, legend, heading, animated } = choice;
  const { tellsScenes } = formats[format];
  const pages = tellsScenes ? 'scenes' : choice.pages;
  const onlySelected = choice.onlySelected && !tellsScenes;
  useEffect(() => {
    let isOver = false;
    let made: string | undefined;
    const moves = animated && formats[format].moves;
    const source = false;
    previewOf(editor, {
      format,
      theme,
      language,
      pages,
      onlySelected,
      legend,
      heading,
      animated: moves,
      source,
    }).then(
      ({ svg, title, count }) => {
        if (isOver) return;
        made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setSeen({ address: made, title, count });
      },
      () => {
        if (isOver) return;
        closeDialog();
        tell({ tone: 'failure', words: words.failed });
      },
    );
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [editor, format, theme, language, pages, onlySelected, legend, heading, animated]);
  return (
    <div className="picture-preview" aria-busy={seen === null}>
      {seen === null ? <p>{say(words.drawing)}</p> : <img src={seen.address} alt={say(words.preview)} />}
      {seen === null || pages === 'diagram' || (tellsScenes && seen.count === 1) ? null : (
        <p className="picture-page">
          <span>{say({ en: `Page 1 of ${seen.count}`, ja: `1 / ${seen.count} ページ` })}</span>
          <span lang={language}>{seen.title}</span>
        </p>
      )}
    </div>
  );
}
