/** Files dropped anywhere on the window are opened. */
import { useEffect, useState } from 'react';
import { useSay } from '../useEditor';
import './files.css';
import { useDesk } from './useDesk';
import { words } from './words';

export function DropZone() {
  const desk = useDesk();
  const say = useSay();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const brings = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      if (!brings(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Leaving the window, not one of its elements for another.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!brings(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      const { files, items } = event.dataTransfer;
      // Asked for before anything is waited for: afterwards the browser has emptied the lists.
      const dropped = [...files];
      const entries = [...items].map((item) => item.webkitGetAsEntry());
      const { clientX: x, clientY: y } = event;
      const handle = dropped.length === 1 ? items[0]?.getAsFileSystemHandle?.().catch(() => null) : undefined;
      void import('./openDropped').then(({ openDropped }) =>
        openDropped(desk, dropped, entries, handle, { x, y }),
      );
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [desk]);
  if (!over) return null;
  return (
    <div className="drop-zone">
      <p>{say(words.dropHere)}</p>
    </div>
  );
}
