/** Everything that can be done or gone to, by typing a part of its name. */
import { useMemo, useState } from 'react';
import { jumpTo } from '../../editor/inspecting/jump';
import { keysText } from '../../editor/keyboard';
import { ResourceIcon } from '../ResourceName';
import { closeDialog } from '../shell/dialogs';
import { isMac } from '../shell/isMac';
import { useEditor, useSay } from '../useEditor';
import { commandsFor, commandsNow, type Command } from './commandLines';
import { placesOf } from './places';
import { mostShown } from './ranking';
import { recentCommands, rememberCommand } from './recent';
import { KeyHint } from './KeyHint';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { countWords, groupWords, words } from './words';

export function CommandsDialog() {
  const editor = useEditor();
  const say = useSay();
  const search = useSearch();
  const { query } = search;
  const [recent] = useState(recentCommands);
  const actions = useMemo(() => commandsNow(editor), [editor]);
  const places = useMemo(() => placesOf(editor), [editor]);
  const found = commandsFor(actions, places, recent, query);
  const isSearching = query.trim() !== '';
  const all: readonly (readonly [group: string, Command])[] = [
    ...found.recent.map((each) => [say(words.recent), each] as const),
    ...found.actions.map((each) => [isSearching ? say(words.commands) : titleOf(each, say), each] as const),
    ...found.places.map((each) => [say(words.goTo), each] as const),
  ];
  const shown = all.slice(0, mostShown);
  const lines = shown.map(([group, command]): Line => ({
    id: command.is === 'action' ? command.action.id : command.place.id,
    group,
    content: <CommandLine command={command} />,
  }));

  const choose = (index: number): void => {
    const command = shown[index]?.[1];
    if (command === undefined) return;
    closeDialog();
    if (command.is === 'place') goTo(command.place.id);
    else {
      rememberCommand(command.action.id);
      // The dialog closes first and gives the focus back, so that the command acts where one was.
      setTimeout(() => {
        if (command.action.enabled(editor)) command.action.run(editor);
      }, 0);
    }
  };
  const goTo = (id: string): void => {
    setTimeout(() => {
      // The canvas takes the focus to what is selected when no other control has it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      jumpTo(editor, id);
    }, 0);
  };
  return (
    <SearchBox
      title={say(words.commands)}
      hint={say(words.commandsHint)}
      {...search}
      lines={lines}
      onChoose={choose}
      status={say(countWords(all.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(words.run)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}

function titleOf(command: Command, say: ReturnType<typeof useSay>): string {
  return command.is === 'action' ? say(groupWords[command.action.group]) : say(words.goTo);
}

function CommandLine({ command }: { readonly command: Command }) {
  const editor = useEditor();
  const say = useSay();
  if (command.is === 'place') {
    const { id, name, about, isFlow } = command.place;
    return (
      <>
        <span className="search-box-sign">{isFlow ? '→' : <ResourceIcon id={id} size={20} />}</span>
        <span className="search-box-name">{name}</span>
        <span className="search-box-about">{say(about)}</span>
      </>
    );
  }
  const { action, label } = command;
  const [keys] = action.keys ?? [];
  const isOn = action.checked?.(editor);
  return (
    <>
      <span className="search-box-name">{say(label)}</span>
      {isOn === undefined || action.group === 'tools' ? null : (
        <span className="search-box-about">{say(isOn ? words.on : words.off)}</span>
      )}
      {keys === undefined ? null : <kbd className="search-box-keys">{keysText(keys, isMac)}</kbd>}
    </>
  );
}
