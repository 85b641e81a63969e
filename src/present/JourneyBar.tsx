/** Plays the packet, pauses it, and takes it to any hop: a slider whose marks are the hops. */
import { useEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import { rowWords } from '../core/network/rowWords';
import { glyph } from '../ui/glyph';
import { stepTitles } from '../core/network/stepWords';
import { useSay } from '../ui/useEditor';
import { placeAt, valueAt } from '../core/scenes/timeline';
import type { JourneyClock } from './journeyClock';
import type { Show } from './useShow';
import { words } from './words';

const PlayGlyph = glyph(<path d="M4.5 2.8 12.8 8l-8.3 5.2z" fill="currentColor" />);
const PauseGlyph = glyph(<path d="M5 3v10M11 3v10" strokeWidth="2.5" />);
const AgainGlyph = glyph(<path d="M12.9 6A5.3 5.3 0 1 0 13.3 9M13.2 2.6V6H9.8" />);

export function JourneyBar({ show }: { readonly show: Show }) {
  const { stops, clock, stage } = show;
  const say = useSay();
  const isPlaying = useStore(clock.position, (position) => position.isPlaying);
  const stop = useStore(clock.position, ({ time }) => placeAt(time, stops.length).stop);
  const isResting = useStore(clock.position, ({ time }) => placeAt(time, stops.length).share === 0);
  const slider = useSlider(clock, stops.length);
  const here = stops[stop];
  if (here === undefined || stops.length < 2) return null;
  const isOver = clock.isOver();
  const label = isPlaying ? words.pause : isOver ? words.playAgain : words.play;
  const name = (at: string | null): string =>
    at === null ? '' : (stage.editor.store.document.resources.get(at)?.name ?? '');
  const decided = here.steps.at(-1);
  const told = [
    `${stop + 1} / ${stops.length}`,
    name(here.at),
    here.direction === 'return' ? say(words.reply) : '',
    decided === undefined ? '' : say(stepTitles[decided.what]),
    decided === undefined || decided.because.row === null ? '' : say(rowWords(decided.because.row)),
  ].filter((part) => part !== '');
  return (
    <div className="journey" role="group" aria-label={say(words.journey)}>
      <button
        type="button"
        className="icon-button"
        aria-label={say(label)}
        title={`${say(label)} (A)`}
        onClick={() => (isPlaying ? clock.pause() : clock.play())}
      >
        {isPlaying ? <PauseGlyph /> : isOver ? <AgainGlyph /> : <PlayGlyph />}
      </button>
      <div className="journey-track">
        <div className="journey-stops" aria-hidden="true">
          {stops.map((each, index) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key -- the stops of a journey never change their places
              key={index}
              data-passed={index <= stop}
              data-direction={each.direction}
              data-stopped={each.stopped}
            />
          ))}
        </div>
        <input
          ref={slider}
          type="range"
          min={0}
          max={stops.length - 1}
          step={0.02}
          defaultValue={0}
          aria-label={say(words.hops)}
          aria-valuetext={told.join(', ')}
          onChange={(event) => clock.scrubTo(Number(event.target.value))}
          // Let go between two hops, it comes to rest at the nearer one.
          onPointerUp={() => clock.scrubTo(Math.round(valueAt(clock.position.getState().time, stops.length)))}
          onKeyDown={(event) => {
            const by = steps[event.key];
            if (by === undefined) return;
            event.preventDefault();
            if (typeof by === 'number') clock.step(by);
            else clock.scrubTo(by === 'first' ? 0 : stops.length - 1);
          }}
        />
      </div>
      <span className="journey-where" aria-hidden="true">
        <b>{stop + 1}</b> / {stops.length}{' '}
        {isResting ? name(here.at) : `${name(here.at)} → ${name(stops[stop + 1]?.at ?? null)}`}
        {here.direction === 'return' ? <em>{say(words.reply)}</em> : null}
      </span>
    </div>
  );
}

/**
 * The slider follows the clock past React: with each frame only its thumb moves, as the packet does. Drawn anew, it and all beside
 * it would take longer in a large diagram than a frame has.
 */
function useSlider(clock: JourneyClock, stops: number): RefObject<HTMLInputElement | null> {
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = (): void => {
      if (slider.current !== null)
        slider.current.value = String(valueAt(clock.position.getState().time, stops));
    };
    follow();
    return clock.position.subscribe(follow);
  }, [clock, stops]);
  return slider;
}

/** Hops that a key of the slider goes on by. */
const steps: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  Home: 'first',
  End: 'last',
};
