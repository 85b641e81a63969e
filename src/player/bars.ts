/** The bar above with what the reader chooses, and the one below that leads from page to page. */
import type { PlayerData } from '../core/publish/player/playerData';
import { inOneLine } from '../core/scenes/markdown';
import { languages, type Language } from '../lib/words';
import { make, set, setName, signButton } from './dom';
import { moved, type Move, type Progress } from './progress';
import { blankSign, darkSign, fullSign, nextSign, previousSign, printSign } from './signs';
import { words } from './words';

export interface Bar {
  readonly element: HTMLElement;
  show(progress: Progress, language: Language): void;
}

export interface Chosen {
  readonly language: (language: Language) => void;
  readonly theme: () => void;
  readonly blank: () => void;
  readonly go: (move: Move) => void;
}

export function createTopBar({ title }: PlayerData, chosen: Chosen): Bar {
  const name = make('p', { class: 'name' });
  const switches = languages.map((language) => {
    const button = make(
      'button',
      { type: 'button', lang: language },
      language === 'en' ? 'English' : '日本語',
    );
    button.addEventListener('click', () => chosen.language(language));
    return { language, button };
  });
  const group = make('div', { class: 'languages', role: 'group' }, ...switches.map(({ button }) => button));
  const theme = signButton(darkSign);
  theme.addEventListener('click', chosen.theme);
  const blank = signButton(blankSign);
  blank.addEventListener('click', chosen.blank);
  const print = signButton(printSign);
  print.addEventListener('click', () => window.print());
  const full = signButton(fullSign);
  full.addEventListener('click', () => {
    if (document.fullscreenElement === null)
      void document.documentElement.requestFullscreen().catch(() => undefined);
    else void document.exitFullscreen();
  });
  const tools = make('div', { class: 'tools', role: 'group' }, group, theme, blank, print, full);
  // A page within a page may not become the whole screen, and a phone of Apple's never does.
  full.hidden = !document.fullscreenEnabled;
  return {
    element: make('header', { class: 'top' }, name, tools),
    show: (_, language) => {
      name.textContent = title[language] === '' ? words.untitled[language] : title[language];
      set(tools, { 'aria-label': words.tools[language] });
      set(group, { 'aria-label': words.language[language] });
      for (const each of switches) set(each.button, { 'aria-pressed': String(each.language === language) });
      setName(theme, words.dark[language]);
      set(theme, { 'aria-pressed': String(document.documentElement.dataset['theme'] === 'dark') });
      setName(blank, words.blankScreen[language], 'B');
      setName(print, words.print[language]);
      setName(full, words.fullScreen[language]);
    },
  };
}

/** More would take several rows on a phone, and as many presses of Tab to get by; then there is a list. */
const mostDots = 20;

export function createSlideBar({ pages }: PlayerData, { go }: Chosen): Bar {
  const previous = signButton(previousSign);
  previous.addEventListener('click', () => go('previous'));
  const next = signButton(nextSign);
  next.addEventListener('click', () => go('next'));
  const isLong = pages.length > mostDots;
  const dots = (isLong ? [] : pages).map((_, index) => {
    const dot = make('button', { type: 'button', class: 'dot' });
    dot.addEventListener('click', () => go({ number: index + 1 }));
    return dot;
  });
  const list = make('select', { class: 'list' });
  list.hidden = !isLong;
  list.addEventListener('change', () => go({ number: Number(list.value) }));
  const number = make('span', { class: 'number', 'aria-hidden': 'true' });
  const element = make('nav', { class: 'slides' }, previous, ...dots, list, next, number);
  element.hidden = pages.length === 1 && pages[0]?.moments.length === 1;
  return {
    element,
    show: (progress, language) => {
      set(element, { 'aria-label': words.slides[language] });
      setName(previous, words.previous[language], '←');
      setName(next, words.next[language], '→');
      // Not switched off at the ends, where it would lose the focus of who presses it.
      set(previous, {
        'aria-disabled': moved(pages, progress, 'previous') === progress ? 'true' : undefined,
      });
      set(next, { 'aria-disabled': moved(pages, progress, 'next') === progress ? 'true' : undefined });
      dots.forEach((dot, index) => {
        setName(dot, `${index + 1}. ${inOneLine(pages[index]?.title[language] ?? '')}`);
        set(dot, { 'aria-current': index === progress.page ? 'step' : undefined });
      });
      if (isLong) {
        set(list, { 'aria-label': words.slides[language] });
        list.replaceChildren(
          ...pages.map(({ title }, index) =>
            make('option', { value: index + 1 }, `${index + 1}. ${inOneLine(title[language])}`),
          ),
        );
        list.value = String(progress.page + 1);
      }
      number.textContent = `${progress.page + 1} / ${pages.length}`;
    },
  };
}
