/** The words of a page: its title and text, the question, the packet's journey and what was decided at the hop it is at. */
import { flowVerdictWords } from '../core/network/flowVerdict';
import type { PlayerMoment, PlayerPage } from '../core/publish/player/content';
import type { PlayerPacket, PlayerStop } from '../core/publish/player/packet';
import { valueAt } from '../core/scenes/timeline';
import type { Language, Words } from '../lib/words';
import type { Clock } from './clock';
import { make, set, setName, setSign, signButton } from './dom';
import type { Progress } from './progress';
import { againSign, pauseSign, playSign } from './signs';
import { blockElement } from './text';
import { words } from './words';

export interface Shown {
  readonly page: PlayerPage;
  readonly moment: PlayerMoment;
  readonly progress: Progress;
  readonly packet: PlayerPacket | undefined;
  readonly language: Language;
}

export interface Panel {
  readonly element: HTMLElement;
  show(shown: Shown): void;
  /** With each frame in which the packet moves. */
  tick(): void;
  /** What is decided at the hop that the packet is at, as it is read out. */
  hopText(): string;
  /** What has come of the question of the page. */
  answerText(): string;
}

export function createPanel(clock: Clock, guessed: (guess: 'arrives' | 'blocked') => void): Panel {
  const title = make('h1');
  const text = make('div', { class: 'text' });
  const question = make('div', { class: 'question' });
  const play = signButton(playSign);
  play.addEventListener('click', clock.toggle);
  const slider = make('input', { type: 'range', min: 0, step: 0.02 });
  const where = make('span', { class: 'where', 'aria-hidden': 'true' });
  const hop = make('div', { class: 'hop', 'aria-hidden': 'true' });
  const stops = make('ol', { class: 'unseen' });
  const journey = make('div', { class: 'journey', role: 'group' }, play, slider, where);
  const element = make(
    'section',
    { class: 'words', tabindex: 0 },
    title,
    text,
    question,
    journey,
    hop,
    stops,
  );
  let shown: Shown | undefined;
  let hopShown = '';

  const value = (): number => valueAt(clock.time(), shown?.packet?.stops.length ?? 0);
  slider.addEventListener('input', () => clock.scrubTo(Number(slider.value)));
  // Let go between two hops, it comes to rest at the nearer one.
  slider.addEventListener('change', () => clock.scrubTo(Math.round(value())));
  slider.addEventListener('keydown', (event) => {
    const by = sliderKeys[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (typeof by === 'number') clock.step(by);
    else clock.scrubTo(by === 'first' ? 0 : Number(slider.max));
  });

  const tick = (): void => {
    if (shown?.packet === undefined) return;
    const { language, packet } = shown;
    const say = (said: Words): string => said[language];
    const { stop, share } = clock.place();
    const here = packet.stops[stop];
    if (here === undefined) return;
    slider.value = String(value());
    const isPlaying = clock.isPlaying();
    setSign(play, isPlaying ? pauseSign : clock.isOver() ? againSign : playSign);
    setName(play, say(isPlaying ? words.pause : clock.isOver() ? words.again : words.play), 'A');
    const now = `${stop} ${share === 0 ? 'at' : 'on'} ${language}`;
    if (hopShown === now) return;
    hopShown = now;
    const next = packet.stops[stop + 1];
    where.textContent = `${stop + 1} / ${packet.stops.length}  ${share === 0 || next === undefined ? here.name : `${here.name} → ${next.name}`}`;
    set(slider, { 'aria-valuetext': placeText(stop, shown, here) });
    hop.replaceChildren(...hopElements(here, language));
  };

  return {
    element,
    tick,
    answerText: () => question.textContent,
    hopText: () => {
      const { stop } = clock.place();
      const here = shown?.packet?.stops[stop];
      return shown === undefined || here === undefined ? '' : placeText(stop, shown, here);
    },
    show: (given) => {
      const { page, moment, language, packet } = given;
      const say = (said: Words): string => said[language];
      const isOther = shown?.page !== page || shown.language !== language || shown.packet !== packet;
      if (shown?.page !== page || shown.language !== language) {
        title.textContent = say(page.title);
        text.replaceChildren(
          ...page.text[language].map((block) => make('div', { class: 'block' }, blockElement(block))),
        );
        element.scrollTop = 0;
      }
      const hidden = new Set(moment.hiddenBlocks);
      [...text.children].forEach((block, index) =>
        set(block, { 'data-hidden': hidden.has(index + 1) ? 'true' : undefined }),
      );
      question.replaceChildren(...questionElements(given, guessed));
      shown = given;
      set(journey, {
        hidden: packet === undefined || packet.stops.length < 2,
        'aria-label': say(words.journey),
      });
      set(hop, { hidden: packet === undefined });
      set(stops, { hidden: packet === undefined });
      if (packet === undefined || !isOther) return;
      hopShown = '';
      set(slider, { max: packet.stops.length - 1, 'aria-label': say(words.hop) });
      stops.replaceChildren(...packet.stops.map((stop) => make('li', {}, stopText(stop, language))));
      tick();
    },
  };
}

const sliderKeys: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  Home: 'first',
  End: 'last',
};

function placeText(stop: number, { packet, language }: Shown, here: PlayerStop): string {
  return `${stop + 1} / ${packet?.stops.length ?? 1}, ${stopText(here, language)}`;
}

function stopText({ name, steps, isReply }: PlayerStop, language: Language): string {
  const told = steps.map(({ what, says }) => `${what[language]}, ${says[language]}`).join('; ');
  return `${name}${isReply ? ` (${words.reply[language]})` : ''}: ${told}`;
}

function hopElements(
  { name, isReply, steps, before, after }: PlayerStop,
  language: Language,
): readonly Node[] {
  const say = (said: Words): string => said[language];
  const header =
    after === null
      ? [make('dt', {}, say(words.packet)), make('dd', {}, say(before))]
      : [
          make('dt', {}, say(words.before)),
          make('dd', {}, say(before)),
          make('dt', {}, say(words.after)),
          make('dd', { class: 'changed' }, say(after)),
        ];
  return [
    make('p', { class: 'hop-name' }, name, ...(isReply ? [make('span', {}, say(words.reply))] : [])),
    make(
      'ul',
      {},
      ...steps.map(({ what, row, says }) =>
        make(
          'li',
          {},
          make('span', {}, say(what)),
          ...(row === null ? [] : [' ', make('code', {}, say(row))]),
          make('p', {}, say(says)),
        ),
      ),
    ),
    make('dl', {}, ...header),
  ];
}

function questionElements(
  { page, moment, progress, language }: Shown,
  guessed: (guess: 'arrives' | 'blocked') => void,
): readonly Node[] {
  const { question } = page;
  const say = (said: Words): string => said[language];
  if (question === null) return [];
  if (moment.isAsking) {
    const answer = (guess: 'arrives' | 'blocked', key: string): HTMLElement => {
      const text = say(guess === 'arrives' ? words.guessArrives : words.guessBlocked);
      const button = make(
        'button',
        { type: 'button', 'aria-keyshortcuts': key },
        text,
        ' ',
        make('kbd', {}, key),
      );
      button.addEventListener('click', () => guessed(guess));
      return button;
    };
    return [
      make(
        'div',
        { role: 'group', 'aria-label': say(words.question), class: 'asking' },
        make('strong', {}, `${say(question.flow)}: ${say(words.question)}`),
        answer('arrives', 'Y'),
        answer('blocked', 'N'),
      ),
    ];
  }
  const { verdict, why } = question;
  const isSure = verdict !== 'cannot-say' && verdict !== 'not-computed';
  const isRight = (verdict === 'arrives') === (progress.guess === 'arrives');
  return [
    make(
      'p',
      { class: 'answer' },
      make('strong', { 'data-verdict': verdict }, say(flowVerdictWords[verdict])),
      ...(progress.guess === null || !isSure
        ? []
        : [' ', say(isRight ? words.guessedRight : words.guessedWrong)]),
      ...(why === null ? [] : [' ', make('br'), say(why)]),
    ),
  ];
}
