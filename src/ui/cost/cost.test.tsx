// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { wholeBill } from '../../core/compare/wholeBill';
import { emptyDocument, type Document } from '../../core/model/document';
import { arrow, box, sketch, type Sketch } from '../../core/model/sketch';
import type { FromCostWorker } from '../../worker/costProtocol';
import { draw, type Drawn } from '../testing/draw';
import { BreakEvenDialog } from './BreakEvenDialog';
import { chartChoice } from './chartChoice';
import { CostPanel } from './CostPanel';
import { ownPrices, setOwnPrices } from './ownPrices';
import { PricesDialog } from './PricesDialog';
import { shownPrices } from './shownPrices';
import type { CostWorker } from './useBill';

let drawn: Drawn | undefined;
beforeEach(() => {
  setOwnPrices({});
  chartChoice.setState({}, true);
  shownPrices.setState({ region: '', key: null, back: null });
});
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

const design: Sketch = sketch(
  box(
    'vpc',
    'Vpc',
    {},
    box('subnet', 'A', {}, box('nat-gateway', 'Nat'), box('instance', 'App'), box('instance', 'Other')),
  ),
  box('internet', 'Internet'),
  arrow('App', 'Internet', { gbPerMonth: 5 }),
  arrow('App', 'Other'),
);

/** A worker that answers at once, as the real one would; it is told whole documents only. */
function promptWorker(): CostWorker {
  let heard: ((event: { readonly data: FromCostWorker }) => void) | undefined;
  let document: Document = emptyDocument;
  return {
    addEventListener: (type: string, listener: (event: { readonly data: FromCostWorker }) => void) => {
      if (type === 'message') heard = listener;
    },
    postMessage: (message) => {
      if (message.document !== undefined) ({ document } = message);
      heard?.({ data: wholeBill(catalog, document, message.prices) });
    },
    terminate: () => undefined,
  };
}

describe('the bill', () => {
  it('has a line for each charge, its sum, and what is blocked or has no traffic said', () => {
    drawn = draw(<CostPanel hire={promptWorker} />, design);

    expect(drawn.text()).toContain('Total $48.91');
    expect(drawn.text()).toContain('NAT gateway hours730 h$0.062$45.26');
    expect(drawn.text()).toContain('App → Internet is blocked, so that its traffic costs nothing');
    expect(drawn.text()).toContain('No GB a month is given for 1 flow');
  });

  it('leads to the resource of a line', () => {
    drawn = draw(<CostPanel hire={promptWorker} />, design);

    drawn.click('Nat');

    expect(drawn.editor.session.getState().selection).toEqual(new Set(['Nat']));
  });

  it('counts with prices of one’s own, and says so', () => {
    drawn = draw(<CostPanel hire={promptWorker} />, design);

    drawn.meanwhile(() => setOwnPrices({ 'nat-gateway hour': 0.01 }));

    expect(drawn.text()).toContain('Total $10.95');
    expect(drawn.text()).toContain('with your prices');
    expect(drawn.text()).toContain('given by you');
  });

  it('says that the sum is not the whole where something is not known', () => {
    const paris = sketch(
      box(
        'region',
        'Paris',
        { region: 'eu-west-3' },
        box('vpc', 'V', {}, box('subnet', 'A', {}, box('nat-gateway', 'Nat'))),
      ),
    );

    drawn = draw(<CostPanel hire={promptWorker} />, paris);

    expect(drawn.text()).toContain('Total ≥ $0.00 not the whole: 2 amounts are not known');
    expect(drawn.text()).toContain('no price by the hour of “NAT gateway” is known for eu-west-3');
  });

  it('of a long bill draws only the rows in sight, and counts them all', () => {
    const many = Array.from({ length: 150 }, (_, index) => box('nat-gateway', `Nat${index}`));
    drawn = draw(
      <CostPanel hire={promptWorker} />,
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, ...many))),
    );

    const rows = document.querySelectorAll('.cost-table tbody tr');

    expect(rows.length).toBeLessThan(60);
    // The head, the Region, and two lines for each NAT gateway.
    expect(document.querySelector('.cost-table')?.getAttribute('aria-rowcount')).toBe('302');
  });

  it('offers what would be here where nothing is charged', () => {
    drawn = draw(<CostPanel hire={promptWorker} />, sketch());

    expect(drawn.text()).toContain('Nothing of the network is charged for');
  });

  it('says when it cannot be worked out', () => {
    const broken = (): CostWorker => ({
      ...promptWorker(),
      postMessage: () => undefined,
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'error') queueMicrotask(() => act(() => listener(undefined as never)));
      },
    });

    drawn = draw(<CostPanel hire={broken} />, design);

    return Promise.resolve().then(() => expect(drawn?.text()).toContain('could not be worked out'));
  });
});

describe('prices of one’s own', () => {
  it('are kept in the browser as the text that the command line takes', () => {
    setOwnPrices({ 'nat-gateway hour': 0.05 });

    expect(JSON.parse(localStorage.getItem('vpcanvas.prices') ?? '')).toEqual({
      'nat-gateway': { hour: 0.05 },
    });
    setOwnPrices({});
    expect(localStorage.getItem('vpcanvas.prices')).toBeNull();
  });

  it('are told of beside the amounts that they are in', () => {
    setOwnPrices({ 'us-east-1 nat-gateway hour': 0.01 });
    drawn = draw(
      <>
        <CostPanel hire={promptWorker} />
        <BreakEvenDialog hire={promptWorker} />
      </>,
      design,
    );
    const told = () => drawn?.text().split('with your prices').length;
    expect(told()).toBe(1);

    act(() => setOwnPrices({ 'nat-gateway hour': 0.01 }));

    expect(told()).toBe(3);
  });

  it('that cannot be read are told, and stay where they are until others take their place', () => {
    localStorage.setItem('vpcanvas.prices', '{ "nat-gatway": {} }');
    act(() => void window.dispatchEvent(Object.assign(new Event('storage'), { key: 'vpcanvas.prices' })));
    drawn = draw(
      <>
        <CostPanel hire={promptWorker} />
        <PricesDialog />
      </>,
      design,
    );
    act(() => void window.dispatchEvent(Object.assign(new Event('storage'), { key: 'vpcanvas.prices' })));

    expect(drawn.text()).toContain('The prices kept in this browser cannot be read');
    expect(localStorage.getItem('vpcanvas.prices')).toBe('{ "nat-gatway": {} }');
    expect(ownPrices.getState().prices.own).toEqual({});
  });

  it('are typed beside the figure, for one Region or for every one', () => {
    drawn = draw(<PricesDialog />, design);

    drawn.type('Your price: NAT gateway, an hour', '0.05');
    drawn.leave('Your price: NAT gateway, an hour');
    drawn.choose('Region', 'us-east-1 N. Virginia');
    drawn.type('Your price: NAT gateway, a GB', '.04');
    drawn.press('Your price: NAT gateway, a GB', 'Enter');

    expect(ownPrices.getState().prices.own).toEqual({
      'nat-gateway hour': 0.05,
      'us-east-1 nat-gateway gb': 0.04,
    });
    expect(drawn.control('Your price: NAT gateway, an hour').getAttribute('placeholder')).toBe(
      '$0.05 in every Region',
    );
    drawn.click('Reset: NAT gateway, a GB');
    expect(ownPrices.getState().prices.own).toEqual({ 'nat-gateway hour': 0.05 });
  });

  it.each(['cheap', '-1', '1e9', '100001', '0x10', '∞'])(
    '%s is no price: it is told once, and nothing changes',
    (text) => {
      setOwnPrices({ 'nat-gateway hour': 0.05 });
      drawn = draw(<PricesDialog />, design);

      drawn.type('Your price: NAT gateway, an hour', text);
      drawn.press('Your price: NAT gateway, an hour', 'Enter');

      expect(drawn.text()).toContain(
        'nat-gateway.hour is a price in US dollars, from 0 to 100000. Nothing was changed.',
      );
      expect(ownPrices.getState().prices.own).toEqual({ 'nat-gateway hour': 0.05 });
    },
  );
});

describe('the chart', () => {
  it('begins with the design and follows the inputs', () => {
    drawn = draw(<BreakEvenDialog hire={promptWorker} />, design);

    expect((drawn.control('Region') as HTMLSelectElement).value).toBe('ap-northeast-1');
    drawn.type('Availability Zones', '2');
    drawn.type('Interface endpoints', '３');
    expect(drawn.text()).toContain(
      'From 239 GB a month on “3 interface endpoints in 2 zones” is the cheapest',
    );

    drawn.choose('Region', 'us-east-1 N. Virginia');
    expect(drawn.text()).toContain('Up to 209 GB a month “A single NAT gateway” is cheaper');
    drawn.click('As in the design');
    expect((drawn.control('Region') as HTMLSelectElement).value).toBe('ap-northeast-1');
  });

  it('keeps its last numbers while one is typed that is none', () => {
    drawn = draw(<BreakEvenDialog hire={promptWorker} />, design);
    drawn.type('Availability Zones', '2');

    drawn.type('Availability Zones', '7');

    expect(drawn.text()).toContain('A whole number from 1 to 6');
    expect(drawn.text()).toContain('A NAT gateway in each of 2 zones');
  });

  it('steps by the arrow keys, within its bounds', () => {
    drawn = draw(<BreakEvenDialog hire={promptWorker} />, design);
    const zones = drawn.control('Availability Zones') as HTMLInputElement;

    for (let presses = 0; presses < 8; presses++) drawn.press('Availability Zones', 'ArrowUp');
    expect(zones.value).toBe('6');
    for (let presses = 0; presses < 8; presses++) drawn.press('Availability Zones', 'ArrowDown');
    expect(zones.value).toBe('1');
  });

  it('names what it has no prices for', () => {
    drawn = draw(<BreakEvenDialog hire={promptWorker} />, design);

    drawn.choose('Region', 'eu-west-3 Paris');

    expect(drawn.text()).toContain('Not known for eu-west-3, so that there is no line');
    expect(drawn.text()).not.toContain('is the cheapest');
  });
});
