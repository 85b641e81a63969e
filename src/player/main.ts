/** The program of the HTML player: shows the pages that stand in its file, and leads through them. */
import type { PlayerData } from '../core/publish/player/playerData';
import { isForControl, presentingKey, type PresentingKey } from '../core/scenes/presentingKeys';
import type { Language } from '../lib/words';
import { createSlideBar, createTopBar, type Chosen } from './bars';
import { createClock } from './clock';
import { make } from './dom';
import { createPanel } from './panel';
import './player.css';
import { printable } from './printed';
import { moved, pageOf, type Move, type Progress } from './progress';
import { createStage } from './stage';
import { hearSwipes } from './swipes';
import { blockText } from './text';
import { words } from './words';

// What stands there was written by the same build as this program.
const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PlayerData;
const { pages, packets } = data;
const root = document.documentElement;
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

let progress: Progress = { page: pageOf(location.hash, pages), moment: 0, guess: null };
let language: Language = data.language;
let isBlank = false;
let typed = '';
/** Null as long as the reader has not chosen: then it is as their system is, or as the file was made. */
let theme: 'light' | 'dark' | null = data.theme === 'auto' ? null : data.theme;
let journey = '';
let areDotsMoving = true;

const clock = createClock(() => {
  stage.place(packetNow(), clock.place());
  panel.tick();
});
const chosen: Chosen = {
  language: (wanted) => {
    language = wanted;
    show();
  },
  theme: () => {
    theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    show();
  },
  blank: () => setBlank(true),
  go,
};
const stage = createStage(data);
const panel = createPanel(clock, guess);
const top = createTopBar(data, chosen);
const slides = createSlideBar(data, chosen);
const told = make('p', { class: 'unseen', role: 'status' });
const number = make('div', { class: 'typed', 'aria-hidden': 'true', hidden: true });
const blank = make('div', { class: 'blank', hidden: true });
const main = make('main', {}, stage.element, panel.element);
document.body.append(top.element, main, slides.element, told, number, blank);

function packetNow() {
  const index = pages[progress.page]?.moments[progress.moment]?.packet;
  return index == null ? undefined : packets[index];
}

function show(): void {
  const page = pages[progress.page];
  const moment = page?.moments[progress.moment];
  if (page === undefined || moment === undefined) return;
  root.lang = language;
  root.dataset['theme'] = theme ?? (darkSystem.matches ? 'dark' : 'light');
  document.title = [page.title[language], data.title[language]]
    .filter((each, index, all) => each !== '' && all.indexOf(each) === index)
    .join(' · ');
  const packet = packetNow();
  main.dataset['wordless'] = String(page.hasDots);
  panel.element.setAttribute('aria-label', words.text[language]);
  panel.show({ page, moment, progress, packet, language });
  stage.show(page, moment, language, lessMotion.matches);
  stage.setMoving(areDotsMoving);
  top.show(progress, language);
  slides.show(progress, language);
  blank.textContent = words.blank[language];
  const now = `${progress.page} ${moment.journey} ${moment.packet}`;
  if (now !== journey) {
    journey = now;
    clock.begin(packet?.stops.length ?? 0, !lessMotion.matches);
  }
}

function go(move: Move): void {
  const to = moved(pages, progress, move);
  if (to !== progress) goTo(to);
}

function goTo(to: Progress): void {
  const before = progress;
  progress = to;
  show();
  if (before.page !== to.page) {
    told.textContent = pageText(to.page);
    const address = `#${to.page + 1}`;
    if (location.hash !== address) history.replaceState(null, '', address);
  } else told.textContent = [answerSince(before), comeSince(before)].filter((each) => each !== '').join(' ');
}

function pageText(at: number): string {
  const page = pages[at];
  const title = `${at + 1} / ${pages.length}: ${page?.title[language] ?? ''}`;
  return page?.lens == null ? title : `${title}. ${page.lens[language]}`;
}

/** What has come of the question. */
function answerSince(before: Progress): string {
  const moments = pages[progress.page]?.moments;
  const wasAsking =
    moments?.[before.moment]?.isAsking === true && moments[progress.moment]?.isAsking !== true;
  return wasAsking ? panel.answerText() : '';
}

/** What is read out of the text that has just come. */
function comeSince(before: Progress): string {
  const page = pages[progress.page];
  const hidden = (at: number): readonly number[] => page?.moments[at]?.hiddenBlocks ?? [];
  const come = hidden(before.moment).filter((each) => !hidden(progress.moment).includes(each));
  return come
    .flatMap((each) => page?.text[language][each - 1] ?? [])
    .map(blockText)
    .join(' ');
}

function guess(said: 'arrives' | 'blocked'): void {
  if (pages[progress.page]?.moments[progress.moment]?.isAsking !== true) return;
  const hadFocus = panel.element.contains(document.activeElement);
  goTo({ ...progress, moment: progress.moment + 1, guess: said });
  // The button that had the focus is gone.
  if (hadFocus) panel.element.focus();
}

function setBlank(on: boolean): void {
  isBlank = on;
  blank.hidden = !on;
  told.textContent = on ? words.blank[language] : '';
}

function setTyped(text: string): void {
  typed = text.slice(0, 4);
  number.textContent = typed;
  number.hidden = typed === '';
}

/** By key, also where the slider does not have the focus and would not be read out. */
function step(by: number): void {
  clock.step(by);
  told.textContent = panel.hopText();
}

/** Whether the press was used. */
function take(meaning: PresentingKey, key: string): boolean {
  if (meaning === 'digit') {
    setTyped(typed + key);
    return true;
  }
  const wanted = Number(typed);
  const wasTyping = typed !== '';
  setTyped('');
  switch (meaning) {
    case 'next':
      // Without motion the packet goes on by key, and the page when it has arrived.
      if (lessMotion.matches && packetNow() !== undefined && !clock.isOver()) step(1);
      else go('next');
      return true;
    case 'previous':
    case 'first':
    case 'last':
      go(meaning);
      return true;
    case 'jump':
      go(wanted > 0 ? { number: wanted } : 'next');
      return true;
    case 'blank':
      setBlank(true);
      return true;
    case 'play':
      if (pages[progress.page]?.hasDots === true) stage.setMoving((areDotsMoving = !areDotsMoving));
      else clock.toggle();
      return true;
    case 'hop-on':
    case 'hop-back':
      if (packetNow() !== undefined) step(meaning === 'hop-on' ? 1 : -1);
      return true;
    case 'yes':
    case 'no':
      guess(meaning === 'yes' ? 'arrives' : 'blocked');
      return true;
    case 'leave':
      return wasTyping;
    default:
      return false;
  }
}

window.addEventListener('keydown', (event) => {
  if (isBlank) {
    if (/^(?:Shift|Control|Alt|Meta)$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    setBlank(false);
    event.preventDefault();
    return;
  }
  if (isForControl(event.target, event)) return;
  const meaning = presentingKey(event);
  if (meaning !== undefined && take(meaning, event.key)) event.preventDefault();
});
blank.addEventListener('click', () => setBlank(false));
hearSwipes(stage.element, go);
window.addEventListener('hashchange', () => {
  const page = pageOf(location.hash, pages);
  if (page !== progress.page) goTo({ page, moment: 0, guess: null });
});
darkSystem.addEventListener('change', show);

let sheets: HTMLElement | undefined;
window.addEventListener('beforeprint', () => {
  sheets?.remove();
  sheets = printable(data, language);
  document.body.append(sheets);
});
window.addEventListener('afterprint', () => sheets?.remove());

show();
