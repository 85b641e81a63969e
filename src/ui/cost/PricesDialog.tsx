/** The price list, Region by Region, with its dates and sources, and a box for one's own price beside each figure. */
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isChargedBy, listPrices, tiersOf, type PriceOverrides } from '../../core/cost/prices';
import { priceList, priceUnits, type PriceItem } from '../../core/cost/priceList';
import { readOverrides } from '../../core/cost/readOverrides';
import { writeOverrides } from '../../core/cost/writeOverrides';
import type { Words } from '../../lib/words';
import { download } from '../files/download';
import { Dialog } from '../shell/Dialog';
import { useEditor, useSay } from '../useEditor';
import { announce } from '../../editor/session';
import { ownPrices, setOwnPrices } from './ownPrices';
import { PriceRow } from './PriceRow';
import { RegionOptions } from './RegionOptions';
import { closePrices, shownPrices } from './shownPrices';
import { fileRefused, keptUnreadable, pricesTaken, words } from './words';
import '../controls.css';
import './cost.css';
import './prices.css';

/** Every figure of the table for every Region takes less. */
const mostBytes = 1_000_000;

export function PricesDialog() {
  const say = useSay();
  const { session } = useEditor();
  const [region, setRegion] = useState(() => shownPrices.getState().region);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const { prices, unreadable, isKept } = useStore(ownPrices);
  const overrides = prices.own;
  const troubleId = useId();
  const body = useFocusedRow();
  const change = (next: PriceOverrides): void => {
    setTrouble(null);
    setOwnPrices(next);
  };
  return (
    <Dialog
      title={say(words.pricesTitle)}
      className="prices"
      onClose={closePrices}
      foot={
        <>
          <p className="prices-trouble" id={troubleId} role="alert">
            {trouble !== null ? say(trouble) : unreadable === null ? '' : say(keptUnreadable(unreadable))}
          </p>
          <button
            type="button"
            className="button button-outlined"
            disabled={Object.keys(overrides).length === 0}
            onClick={() => change({})}
          >
            {say(words.resetAll)}
          </button>
          <OpenButton
            onTrouble={setTrouble}
            onRead={(file, read) => {
              change(read);
              announce(session, pricesTaken(file, Object.keys(read).length));
            }}
          />
          <button
            type="button"
            className="button button-outlined"
            disabled={Object.keys(overrides).length === 0}
            onClick={() => download('prices.json', writeOverrides(overrides), 'application/json')}
          >
            {say(words.savePrices)}
          </button>
          <button type="button" className="button button-filled" onClick={closePrices}>
            {say(words.done)}
          </button>
        </>
      }
    >
      <div ref={body} className="prices-body">
        <p className="prices-about">{say(words.pricesAbout)}</p>
        {isKept ? null : <p className="prices-about">{say(words.cannotKeep)}</p>}
        <div className="prices-region">
          <label htmlFor={`${troubleId}-region`}>{say(words.region)}</label>
          <select
            id={`${troubleId}-region`}
            className="inspector-select"
            value={region}
            onChange={({ target }) => setRegion(target.value)}
          >
            <option value="">{say(words.everyRegion)}</option>
            <RegionOptions among={[region]} />
          </select>
        </div>
        <table className="prices-table">
          <thead>
            <tr>
              <th scope="col">{say(words.item)}</th>
              <th scope="col">{say(words.listPrice)}</th>
              <th scope="col">{say(words.source)}</th>
              <th scope="col">{say(words.ownPrice)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, unit }) => (
              <PriceRow
                key={`${region} ${item} ${unit}`}
                item={item}
                unit={unit}
                region={region}
                overrides={overrides}
                troubleId={troubleId}
                onChange={change}
                onTrouble={setTrouble}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

const rows = (Object.keys(priceList) as PriceItem[]).flatMap((item) =>
  priceUnits
    .filter((unit) => isChargedBy(item, unit) && !isAlwaysFree(item, unit))
    .map((unit) => ({ item, unit })),
);

/** What costs nothing anywhere is no figure that anybody has a better one for. */
function isAlwaysFree(item: PriceItem, unit: (typeof priceUnits)[number]): boolean {
  return tiersOf(item, unit, '', listPrices)?.every(({ usd }) => usd === 0) === true;
}

/** The caret begins in the box of the price that was pressed in the bill. */
function useFocusedRow() {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { key } = shownPrices.getState();
    if (key === null) return;
    const box = body.current?.querySelector<HTMLElement>(`[data-price="${CSS.escape(key)}"]`);
    box?.focus();
    box?.scrollIntoView({ block: 'center' });
  }, []);
  return body;
}

interface OpenButtonProps {
  readonly onRead: (file: string, overrides: PriceOverrides) => void;
  readonly onTrouble: (trouble: Words) => void;
}

/** A file that cannot be read changes nothing, and says why. */
function OpenButton({ onRead, onTrouble }: OpenButtonProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    if (file.size > mostBytes) return onTrouble(fileRefused(file.name, words.tooLarge));
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return onTrouble(fileRefused(file.name, words.notRead));
    const found = readOverrides(text.replace(/^\uFEFF/, ''));
    if ('problem' in found) return onTrouble(fileRefused(file.name, found.problem));
    onRead(file.name, found.overrides);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say(words.openPrices)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void read(file);
          // The same file may be chosen again, once it has been mended.
          target.value = '';
        }}
      />
      <button type="button" className="button button-outlined" onClick={() => input.current?.click()}>
        {say(words.openPrices)}
      </button>
    </>
  );
}
