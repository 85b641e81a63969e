/** The top bar: the diagram and its state, the verdict over its flows, and what can be done with the whole. */
import { Fragment } from 'react';
import type { Words } from '../../lib/words';
import { actionById } from '../../editor/actions';
import { ariaKeys, keysText } from '../../editor/keyboard';
import {
  ExportGlyph,
  FileGlyph,
  FolderGlyph,
  GalleryGlyph,
  HelpGlyph,
  ImportGlyph,
  LanguageGlyph,
  LensGlyph,
  LinkGlyph,
  MatrixGlyph,
  MenuGlyph,
  MoonGlyph,
  PathsGlyph,
  PlusGlyph,
  PresentGlyph,
  RedoGlyph,
  SaveGlyph,
  SunGlyph,
  SystemThemeGlyph,
  UndoGlyph,
} from '../glyphs';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { DiagramName } from './DiagramName';
import { openDialog } from './dialogs';
import { isMac } from './isMac';
import { arrangeMenu, editMenu, exportMenu, lensIds, viewMenu } from './menus';
import { ActionItem, Menu, MenuChoice, MenuItem, MenuLine } from './Menu';
import { SaveState } from './SaveState';
import { useNarrow } from './useNarrow';
import { VerdictChip } from './VerdictChip';
import { words } from './words';
import { builtFile } from '../builtFile';
import './topBar.css';

export function TopBar() {
  const narrow = useNarrow();
  return (
    <div className="top-bar">
      <h1 className="unseen">vpcanvas</h1>
      <div className="top-bar-left">
        {narrow ? <PaletteButton /> : <img className="top-bar-mark" src={builtFile('favicon.svg')} alt="" />}
        <FileMenu />
        {narrow ? null : (
          <>
            <IdsMenu label={words.edit} groups={editMenu} />
            <IdsMenu label={words.arrange} groups={arrangeMenu} />
            <IdsMenu label={words.view} groups={viewMenu} />
          </>
        )}
        {narrow ? null : <ActionButton id="new-diagram" glyph={<FileGlyph />} />}
        <DiagramName />
        <SaveState />
        <span className="top-bar-gap" />
        <ActionButton id="undo" glyph={<UndoGlyph />} />
        <ActionButton id="redo" glyph={<RedoGlyph />} />
      </div>
      <VerdictChip />
      <div className="top-bar-right">
        {narrow ? (
          <MoreMenu />
        ) : (
          <>
            <LensMenu />
            <ActionButton id="show-matrix" glyph={<MatrixGlyph />} />
            <ActionButton id="compare-paths" glyph={<PathsGlyph />} />
            <ExportMenu />
            <PresentButton />
            <span className="top-bar-gap" />
            <LanguageMenu />
            <ThemeMenu />
            <HelpMenu />
          </>
        )}
      </div>
    </div>
  );
}

function PaletteButton() {
  const { session } = useEditor();
  const say = useSay();
  const open = useSession((state) => state.paletteOpen);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={say(open ? words.closePalette : words.openPalette)}
      aria-expanded={open}
      onClick={() => session.setState({ paletteOpen: !open })}
    >
      <PlusGlyph />
    </button>
  );
}

function FileMenu() {
  const say = useSay();
  return (
    <Menu className="button" button={say(words.file)}>
      <ActionItem id="new-diagram" glyph={<FileGlyph />} />
      <ActionItem id="open-file" glyph={<FolderGlyph />} />
      <ActionItem id="open-link" glyph={<LinkGlyph />} />
      <ActionItem id="import-template" glyph={<ImportGlyph />} />
      <ActionItem id="aws-commands" glyph={<ImportGlyph />} />
      <ActionItem id="open-gallery" glyph={<GalleryGlyph />} />
      <ActionItem id="start-with-vpc" />
      <ActionItem id="show-parameters" />
      <MenuLine />
      <ActionItem id="save-file" glyph={<SaveGlyph />} />
      <ActionItem id="save-file-as" />
      <ActionItem id="copy-link" glyph={<LinkGlyph />} />
      <ActionItem id="name-version" />
      <ActionItem id="version-history" />
      <ActionItem id="compare-versions" />
      <MenuLine />
      <MenuLine />
      <IdsItems groups={exportMenu} />
    </Menu>
  );
}

/** A menu that holds nothing but actions. */
function IdsMenu({
  label,
  groups,
}: {
  readonly label: Words;
  readonly groups: readonly (readonly string[])[];
}) {
  const say = useSay();
  return (
    <Menu className="button" button={say(label)}>
      <IdsItems groups={groups} />
    </Menu>
  );
}

function IdsItems({ groups }: { readonly groups: readonly (readonly string[])[] }) {
  return groups.map((ids, index) => (
    <Fragment key={ids[0] ?? ''}>
      {index === 0 ? null : <MenuLine />}
      {ids.map((id) => (
        <ActionItem key={id} id={id} />
      ))}
    </Fragment>
  ));
}

/** What the canvas is looked at for; the button says it while that is one thing. */
function LensMenu() {
  const say = useSay();
  const lens = useSession((state) => state.lens);
  const name = lens === null ? undefined : actionById(`lens-${lens}`)?.label;
  return (
    <Menu
      className={name === undefined ? 'icon-button' : 'button is-on'}
      label={say(name ?? words.lens)}
      align="end"
      button={
        <>
          <LensGlyph />
          {name === undefined ? null : say(name)}
        </>
      }
    >
      <LensItems />
    </Menu>
  );
}

function LensItems() {
  return lensIds.map((id) => <ActionItem key={id} id={id} />);
}

function ExportMenu() {
  const say = useSay();
  return (
    <Menu
      className="button"
      label={say(words.export)}
      align="end"
      button={
        <>
          <ExportGlyph />
          <span className="button-words">{say(words.export)}</span>
        </>
      }
    >
      <IdsItems groups={exportMenu} />
    </Menu>
  );
}

/** The only filled button: there when the diagram can be presented. */
function PresentButton() {
  const editor = useEditor();
  const say = useSay();
  useDocument((document) => document);
  const present = actionById('present');
  if (present?.enabled(editor) !== true) return null;
  return (
    <button
      type="button"
      className="button button-filled"
      aria-label={say(words.present)}
      onClick={() => present.run(editor)}
    >
      <PresentGlyph />
      <span className="button-words">{say(words.present)}</span>
    </button>
  );
}

function ActionButton({ id, glyph }: { readonly id: string; readonly glyph: React.ReactNode }) {
  const editor = useEditor();
  const say = useSay();
  // What can be undone changes with the document.
  useDocument((document) => document);
  const action = actionById(id);
  if (action === undefined) return null;
  const keys = action.keys?.[0];
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={say(action.label)}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, isMac)}
      data-tip={say(action.labelNow?.(editor) ?? action.label)}
      data-tip-keys={keys === undefined ? undefined : keysText(keys, isMac)}
      disabled={!action.enabled(editor)}
      onClick={() => action.run(editor)}
    >
      {glyph}
    </button>
  );
}

function LanguageMenu() {
  const say = useSay();
  return (
    <Menu className="icon-button" label={say(words.language)} align="end" button={<LanguageGlyph />}>
      <LanguageChoice />
    </Menu>
  );
}

function LanguageChoice() {
  const { session } = useEditor();
  const language = useSession((state) => state.language);
  return (
    <MenuChoice
      value={language}
      // Each language in its own words, for those who cannot read the other.
      options={[
        { value: 'en', label: 'English', lang: 'en' },
        { value: 'ja', label: '日本語', lang: 'ja' },
      ]}
      onChoose={(chosen) => session.setState({ language: chosen })}
    />
  );
}

const themeGlyphs = { light: SunGlyph, dark: MoonGlyph, system: SystemThemeGlyph };

function ThemeMenu() {
  const say = useSay();
  const theme = useSession((state) => state.theme);
  const ThemeGlyph = themeGlyphs[theme];
  return (
    <Menu className="icon-button" label={say(words.theme)} align="end" button={<ThemeGlyph />}>
      <ThemeChoice />
    </Menu>
  );
}

function ThemeChoice() {
  const { session } = useEditor();
  const say = useSay();
  const theme = useSession((state) => state.theme);
  return (
    <MenuChoice
      value={theme}
      options={[
        { value: 'light', label: say(words.light) },
        { value: 'dark', label: say(words.dark) },
        { value: 'system', label: say(words.system) },
      ]}
      onChoose={(chosen) => session.setState({ theme: chosen })}
    />
  );
}

function HelpMenu() {
  const say = useSay();
  return (
    <Menu className="icon-button" label={say(words.help)} align="end" button={<HelpGlyph />}>
      <HelpItems />
    </Menu>
  );
}

function HelpItems() {
  const say = useSay();
  return (
    <>
      <ActionItem id="command-palette" />
      <ActionItem id="show-shortcuts" />
      <ActionItem id="take-tour" />
      <MenuItem onSelect={() => openDialog('limitations')}>{say(words.limitations)}</MenuItem>
      <MenuItem onSelect={() => openDialog('about')}>{say(words.about)}</MenuItem>
    </>
  );
}

/** On a narrow window the right side of the bar is one menu. */
function MoreMenu() {
  const say = useSay();
  return (
    <Menu className="icon-button" label={say(words.menu)} align="end" button={<MenuGlyph />}>
      <ActionItem id="present" glyph={<PresentGlyph />} />
      <ActionItem id="show-matrix" glyph={<MatrixGlyph />} />
      <ActionItem id="compare-paths" glyph={<PathsGlyph />} />
      <ActionItem id="find-on-canvas" />
      <ActionItem id="focus-mode" />
      <MenuLine />
      <LensItems />
      <MenuLine />
      <IdsItems groups={exportMenu} />
      <MenuLine />
      <LanguageChoice />
      <MenuLine />
      <ThemeChoice />
      <MenuLine />
      <HelpItems />
    </Menu>
  );
}
