/** Above the grid: what to show of it, and what might fail. */
import { useId, useState } from 'react';
import type { WhatIf, WhatIfSort } from '../../core/network/whatIf/choices';
import { readPort } from '../flowText';
import { useSay } from '../useEditor';
import type { Words } from '../../lib/words';
import { noFilter, type GridFilter } from './gridModel';
import { words } from './words';

export interface MatrixToolsProps {
  readonly filter: GridFilter;
  readonly onFilter: (filter: GridFilter) => void;
  readonly whatIfs: readonly WhatIf[];
  readonly whatIf: WhatIf | null;
  readonly onWhatIf: (whatIf: WhatIf | null) => void;
}

const sorts: Readonly<Record<WhatIfSort, Words>> = {
  zone: words.zones,
  gateway: words.gateways,
  'private-dns': words.privateDns,
  route: words.routes,
};

export function MatrixTools({ filter, onFilter, whatIfs, whatIf, onWhatIf }: MatrixToolsProps) {
  const say = useSay();
  const set = (part: Partial<GridFilter>): void => onFilter({ ...filter, ...part });
  const isFiltered = Object.entries(noFilter).some(
    ([key, value]) => filter[key as keyof GridFilter] !== value,
  );
  return (
    <div className="matrix-tools">
      <label className="matrix-tool">
        {say(words.from)}
        <input
          className="inspector-box"
          type="search"
          value={filter.from}
          placeholder={say(words.anyName)}
          onChange={({ target }) => set({ from: target.value })}
        />
      </label>
      <label className="matrix-tool">
        {say(words.to)}
        <input
          className="inspector-box"
          type="search"
          value={filter.to}
          placeholder={say(words.anyName)}
          onChange={({ target }) => set({ to: target.value })}
        />
      </label>
      <label className="matrix-tool">
        {say(words.verdict)}
        <select
          className="inspector-select"
          aria-label={say(words.verdict)}
          value={filter.verdict}
          onChange={({ target }) => set({ verdict: target.value as GridFilter['verdict'] })}
        >
          {(['all', 'reachable', 'blocked', 'unknown'] as const).map((verdict) => (
            <option key={verdict} value={verdict}>
              {say(words[verdict])}
            </option>
          ))}
        </select>
      </label>
      <label className="matrix-tool">
        {say(words.protocol)}
        <select
          className="inspector-select"
          aria-label={say(words.protocol)}
          value={filter.protocol}
          onChange={({ target }) => set({ protocol: target.value as GridFilter['protocol'] })}
        >
          {(['all', 'tcp', 'udp', 'icmp'] as const).map((protocol) => (
            <option key={protocol} value={protocol}>
              {protocol === 'all' ? say(words.all) : protocol.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <PortBox
        // Cleared with the other filters, it starts anew.
        key={filter.port === null ? 'any' : 'one'}
        port={filter.port}
        disabled={filter.protocol === 'icmp'}
        onPort={(port) => set({ port })}
      />
      {isFiltered && (
        <button type="button" className="button matrix-clear" onClick={() => onFilter(noFilter)}>
          {say(words.clear)}
        </button>
      )}
      <label className="matrix-tool matrix-what-if">
        {say(words.whatIf)}
        <select
          className="inspector-select"
          aria-label={say(words.whatIf)}
          value={whatIf?.id ?? ''}
          onChange={({ target }) => onWhatIf(whatIfs.find(({ id }) => id === target.value) ?? null)}
        >
          <option value="">{say(words.nothingFails)}</option>
          {(['zone', 'gateway', 'private-dns', 'route'] as const).map((sort) => {
            const own = whatIfs.filter((each) => each.sort === sort);
            if (own.length === 0) return null;
            return (
              <optgroup key={sort} label={say(sorts[sort])}>
                {own.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {say(title)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </label>
    </div>
  );
}

interface PortBoxProps {
  readonly port: number | null;
  readonly disabled: boolean;
  readonly onPort: (port: number | null) => void;
}

/** What is typed counts as soon as it is a port. */
export function PortBox({ port, disabled, onPort }: PortBoxProps) {
  const say = useSay();
  const fault = useId();
  const [text, setText] = useState(port === null ? '' : String(port));
  const isFaulty = readPort(text) === undefined;
  return (
    <label className="matrix-tool matrix-port">
      {say(words.port)}
      <input
        className="inspector-box"
        inputMode="numeric"
        value={disabled ? '' : text}
        placeholder={disabled ? '' : say(words.anyPort)}
        disabled={disabled}
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? fault : undefined}
        title={isFaulty ? say(words.portFault) : undefined}
        onChange={({ target }) => {
          setText(target.value);
          const read = readPort(target.value);
          if (read !== undefined) onPort(read);
        }}
      />
      {isFaulty && (
        <span id={fault} className="unseen">
          {say(words.portFault)}
        </span>
      )}
    </label>
  );
}
