/** Title, text and notes of a scene in both languages, to be edited; the person's own language comes first. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Scene } from '../core/model/document';
import { isComposing } from '../lib/isComposing';
import { languages, type Language } from '../lib/words';
import { useEditor, useSay, useSession } from '../ui/useEditor';
import './scenesPanel.css';
import { words } from './words';

export function SceneFields({ scene }: { readonly scene: Scene }) {
  const { store } = useEditor();
  const say = useSay();
  const own = useSession((session) => session.language);
  const inOrder = [own, ...languages.filter((each) => each !== own)];
  const set = (values: Partial<Omit<Scene, 'id'>>): void =>
    store.commit('setScene', { id: scene.id, values });
  // What was committed a moment ago for the other language stays.
  const now = (): Scene => store.document.scenes.get(scene.id) ?? scene;
  const field = (name: 'title' | 'text' | 'notes', language: Language) => (
    <SceneField
      key={`${name} ${language}`}
      label={say(labels[name][language])}
      value={scene[name]?.[language] ?? ''}
      lang={language}
      isLong={name !== 'title'}
      onCommit={(value) => set({ [name]: { en: '', ja: '', ...now()[name], [language]: value } })}
    />
  );
  return (
    <div className="scenes-words">
      {(['title', 'text', 'notes'] as const).flatMap((name) =>
        inOrder.map((language) => field(name, language)),
      )}
    </div>
  );
}

const labels = {
  title: { en: words.titleEn, ja: words.titleJa },
  text: { en: words.textEn, ja: words.textJa },
  notes: { en: words.notesEn, ja: words.notesJa },
} as const;

/** A text that is committed when it is left, or goes away, so that typing is one undo step and nothing typed is lost. */
function SceneField(props: {
  readonly label: string;
  readonly value: string;
  readonly lang: Language;
  readonly isLong: boolean;
  readonly onCommit: (value: string) => void;
}) {
  const { label, value, lang, isLong, onCommit } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(() => {
    unsaved.current = typed === null || typed === value ? null : () => onCommit(typed);
  });
  // The window in which it is typed may be closed at any time.
  useEffect(() => () => unsaved.current?.(), []);
  const shared = { id, lang, value: typed ?? value, onBlur: commit };
  return (
    <div className="scenes-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) commit();
          }}
        />
      )}
    </div>
  );
}
