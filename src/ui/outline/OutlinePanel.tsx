/** The design as a tree with a table, and its flows as a table: the canvas for those who read, filter and type. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { actionById } from '../../editor/actions';
import { outlineColumns, type OutlineColumn } from '../../editor/outline/rows';
import { childrenByParent } from '../../core/model/queries';
import { keysText } from '../../editor/keyboard';
import { isComposing } from '../../lib/isComposing';
import { ArrivesGlyph, ImportGlyph, PlusGlyph } from '../glyphs';
import { isMac } from '../shell/isMac';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { useWidth } from '../useWidth';
import { FlowGrid } from './FlowGrid';
import { outlineState } from './outlineState';
import { ResourceGrid } from './ResourceGrid';
import { columnWords, words } from './words';
import './outline.css';

export function OutlinePanel() {
  const shows = useStore(outlineState, (state) => state.shows);
  const [measured, width] = useWidth(800);
  return (
    <div ref={measured} className="outline">
      <Tools />
      {shows === 'resources' ? <ResourceGrid width={width} /> : <FlowGrid width={width} />}
    </div>
  );
}

function Tools() {
  const say = useSay();
  const { shows, filter } = useStore(outlineState);
  const set = outlineState.setState;
  return (
    <div className="panel-tools outline-tools">
      <fieldset className="panel-filters" aria-label={say(words.shown)}>
        {(['resources', 'flows'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button panel-filter"
            aria-pressed={shows === each}
            onClick={() => set({ shows: each })}
          >
            {say(words[each])}
          </button>
        ))}
      </fieldset>
      <input
        type="search"
        className="inspector-box panel-search"
        aria-label={say(words.filter)}
        placeholder={say(words.filterShort)}
        value={filter}
        onChange={(event) => set({ filter: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape' && filter !== '') set({ filter: '' });
          else if (event.key === 'ArrowDown')
            event.currentTarget
              .closest('.outline')
              ?.querySelector<HTMLElement>('.outline-grid [tabindex="0"]')
              ?.focus();
          else return;
          event.preventDefault();
        }}
      />
      {shows === 'resources' ? <ResourceTools /> : null}
      <span className="outline-gap" />
      <span className="outline-deeds">
        <ActionButton id="add-inside" glyph={<PlusGlyph />} />
        <ActionButton id="move-to" glyph={<ImportGlyph />} />
        <ActionButton id="connect-to" glyph={<ArrivesGlyph />} />
      </span>
    </div>
  );
}

function ResourceTools() {
  const { store } = useEditor();
  const say = useSay();
  const { sort, folded } = useStore(outlineState);
  const set = outlineState.setState;
  return (
    <>
      <label className="panel-choice">
        <span>{say(words.sort)}</span>
        <select
          className="inspector-select"
          value={sort?.by ?? ''}
          onChange={({ target: { value } }) =>
            // The options are the columns.
            set({ sort: value === '' ? null : { by: value as OutlineColumn, descending: false } })
          }
        >
          <option value="">{say(words.asDrawn)}</option>
          {outlineColumns.map((column) => (
            <option key={column} value={column}>
              {say(columnWords[column])}
            </option>
          ))}
        </select>
      </label>
      {sort === null ? null : (
        <button
          type="button"
          className="button panel-filter"
          aria-pressed={sort.descending}
          onClick={() => set({ sort: { ...sort, descending: !sort.descending } })}
        >
          {say(words.descending)}
        </button>
      )}
      <button
        type="button"
        className="button panel-filter"
        onClick={() => {
          const parents = [...childrenByParent(store.document).keys()].filter((id) => id !== null);
          set({ folded: new Set(folded.size > 0 ? [] : parents) });
        }}
      >
        {say(folded.size > 0 ? words.unfoldAll : words.foldAll)}
      </button>
    </>
  );
}

function ActionButton({ id, glyph }: { readonly id: string; readonly glyph: ReactNode }) {
  const editor = useEditor();
  const say = useSay();
  useSession(({ selection }) => selection);
  useDocument((document) => document.resources);
  const action = actionById(id);
  if (action === undefined) return null;
  const [keys] = action.keys ?? [];
  const label = say(action.labelNow?.(editor) ?? action.label);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      disabled={!action.enabled(editor)}
      data-tip={label}
      data-tip-keys={keys === undefined ? undefined : keysText(keys, isMac)}
      onClick={() => action.run(editor)}
    >
      {glyph}
    </button>
  );
}
