// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { draw } from '../ui/testing/draw';
import { JourneyBar } from './JourneyBar';
import { createJourneyClock } from './journeyClock';
import { hopTime, restTime } from '../core/scenes/timeline';
import type { Show } from './useShow';
import type { Stop } from '../core/scenes/journey';

const stop: Stop = {
  at: null,
  direction: 'forward',
  steps: [],
  before: {} as Stop['before'], // not shown here
  after: {} as Stop['after'], // not shown here
  stopped: false,
};

test('between two hops the slider follows the packet without anything being drawn anew', () => {
  const clock = createJourneyClock();
  clock.begin('journey', 3, false);
  let drawnTimes = 0;
  // Of a show the bar asks for no more than these; stops that stand nowhere have no names to look up.
  const show = { stops: [stop, stop, stop], clock, stage: {} } as unknown as Show;
  const drawn = draw(
    <Profiler id="bar" onRender={() => drawnTimes++}>
      <JourneyBar show={show} />
    </Profiler>,
    sketch(box('vpc', 'Vpc')),
  );
  const slider = drawn.control('Hop') as HTMLInputElement;
  const at = (time: number): number => {
    act(() => clock.position.setState({ time }));
    return Number(slider.value);
  };

  const resting = at(restTime - 1);
  at(restTime + 1);
  const before = drawnTimes;
  const underWay = [0.2, 0.4, 0.6, 0.8].map((share) => at(restTime + share * hopTime));
  const drawnUnderWay = drawnTimes - before;
  const arrived = at(restTime + hopTime);

  expect(resting).toBe(0);
  expect(underWay).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(drawnUnderWay).toBe(0);
  expect(arrived).toBe(1);
  expect(slider.getAttribute('aria-valuetext')).toBe('2 / 3');
  drawn.remove();
});
