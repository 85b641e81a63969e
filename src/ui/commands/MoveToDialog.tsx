/** Choosing by name where the selection goes: every container, and of those it may not go to the reason. */
import { useMemo, useState } from 'react';
import { shortName } from '../../editor/naming';
import {
  destinationsFor,
  movedBySelection,
  moveSelectionTo,
  warningOfMove,
  type Destination,
} from '../../editor/moveTo';
import { ResourceIcon } from '../ResourceName';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { KeyHint } from './KeyHint';
import { placesOf, type Place } from './places';
import { fitting, mostShown } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { chooseWords, countWords, words } from './words';
import { fold } from '../palette/entries';

interface Offer {
  readonly destination: Destination;
  readonly place: Place | undefined;
  readonly names: readonly string[];
}

export function MoveToDialog() {
  const editor = useEditor();
  const say = useSay();
  const search = useSearch();
  const [moved] = useState(() => movedBySelection(editor));
  const offers = useMemo(() => {
    const places = new Map(placesOf(editor).map((place) => [place.id, place]));
    const all = destinationsFor(editor).map((destination): Offer => {
      const place = places.get(destination.id ?? '');
      const names = place?.names ?? [chooseWords.canvas.en, chooseWords.canvas.ja].map(fold);
      return { destination, place, names };
    });
    // Where it may go comes first, each part in the order of the diagram.
    const may = ({ destination }: Offer): boolean => destination.refusal === undefined;
    return [...all.filter(may), ...all.filter((offer) => !may(offer))];
  }, [editor]);
  const found = fitting(offers, search.query);
  const shown = [...found.filter(isAllowed), ...found.filter((offer) => !isAllowed(offer))].slice(
    0,
    mostShown,
  );
  const lines = shown.map((offer): Line => {
    const { destination, place } = offer;
    return {
      id: destination.id ?? 'canvas',
      group: say(isAllowed(offer) ? chooseWords.mayGo : chooseWords.mayNotGo),
      isOff: !isAllowed(offer),
      content: <DestinationLine offer={offer} warning={warningOf(offer)} about={place?.about} />,
    };
  });
  function warningOf({ destination }: Offer) {
    return destination.refusal === undefined ? warningOfMove(editor, moved, destination.id) : undefined;
  }
  const [first] = moved;
  const what =
    moved.length === 1 && first !== undefined
      ? say(shortName(editor, first.id))
      : say(chooseWords.several(moved.length));
  const choose = (index: number): void => {
    const destination = shown[index]?.destination;
    if (destination === undefined || destination.refusal !== undefined) return;
    closeDialog();
    // The dialog closes first and gives the focus back, so that it stays where one was.
    setTimeout(() => moveSelectionTo(editor, destination.id), 0);
  };
  return (
    <SearchBox
      title={say(chooseWords.moveTitle(what))}
      hint={say(chooseWords.moveHint)}
      {...search}
      lines={lines}
      onChoose={choose}
      // Why not, as soon as one is on it; a line that may be chosen leaves the count there.
      status={say(shown[search.active]?.destination.refusal ?? countWords(found.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(chooseWords.move)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}

const isAllowed = ({ destination }: Offer): boolean => destination.refusal === undefined;

function DestinationLine({
  offer: { destination, place },
  about,
  warning,
}: {
  readonly offer: Offer;
  readonly about: Place['about'] | undefined;
  readonly warning: Place['about'] | undefined;
}) {
  const editor = useEditor();
  const say = useSay();
  const { resources } = editor.store.document;
  const parent = destination.id === null ? null : (resources.get(destination.id)?.parentId ?? null);
  const said = destination.refusal ?? warning;
  return (
    <>
      <span className="search-box-sign">
        {destination.id === null ? '◻' : <ResourceIcon id={destination.id} size={20} />}
      </span>
      <span className="search-box-name">
        {place?.name ?? say(chooseWords.canvas)}
        {parent === null ? null : <small>{say(chooseWords.within(say(shortName(editor, parent))))}</small>}
      </span>
      <span className="search-box-about">
        {said === undefined ? (about === undefined ? '' : say(about)) : say(said)}
      </span>
    </>
  );
}
