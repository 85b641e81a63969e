/** What the chart is of: prefilled from the design, and set by whoever wants to know more. */
import { useId } from 'react';
import { useStore } from 'zustand';
import type { ChartInput } from '../../core/cost/breakEvenChart';
import { useSay } from '../useEditor';
import { chartChoice, type ChartChoice } from './chartChoice';
import { chartWords, evenShare, evenWords } from './chartWords';
import { NumberBox } from './NumberBox';
import { RegionOptions } from './RegionOptions';

export interface ChartInputsProps {
  readonly input: ChartInput & { readonly crossZoneShare: number };
}

export function ChartInputs({ input }: ChartInputsProps) {
  const say = useSay();
  const id = useId();
  const isChosen = useStore(chartChoice, (choice) => Object.keys(choice).length > 0);
  const { region, zones, endpoints, crossZoneShare, upToGb } = input;
  const choose = (choice: ChartChoice): void => chartChoice.setState(choice);
  return (
    <div className="chart-inputs">
      <div className="chart-input">
        <label htmlFor={id}>{say(chartWords.region)}</label>
        <select
          id={id}
          className="inspector-select chart-region"
          value={region}
          onChange={({ target }) => choose({ region: target.value })}
        >
          <RegionOptions among={[region]} />
        </select>
      </div>
      <NumberBox
        label={chartWords.zones}
        value={zones}
        least={1}
        most={6}
        onChange={(value) => choose({ zones: value })}
      />
      <NumberBox
        label={chartWords.endpoints}
        value={endpoints}
        least={1}
        most={50}
        onChange={(value) => choose({ endpoints: value })}
      />
      {zones === 1 ? null : (
        <div className="chart-share">
          <NumberBox
            label={chartWords.crossZone}
            value={Math.round(crossZoneShare * 100)}
            least={0}
            most={100}
            unit="%"
            onChange={(value) => choose({ crossZoneShare: value / 100 })}
          />
          {Math.round(crossZoneShare * 100) === evenShare(zones) ? null : (
            <button
              type="button"
              className="button inspector-small"
              onClick={() => choose({ crossZoneShare: evenShare(zones) / 100 })}
            >
              {say(evenWords(zones))}
            </button>
          )}
        </div>
      )}
      <NumberBox
        label={chartWords.upTo}
        value={upToGb}
        least={1}
        most={10_000_000}
        onChange={(value) => choose({ upToGb: value })}
      />
      <button
        type="button"
        className="button button-outlined"
        disabled={!isChosen}
        onClick={() => chartChoice.setState({}, true)}
      >
        {say(chartWords.asDrawn)}
      </button>
    </div>
  );
}
