/** Lines that are routed by an office are those routed here, whatever happens before it answers. */
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { call, runCommand } from '../commands';
import type { Document } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { createArrows, type ArrowMaker, type Arrows } from './arrows';
import { createBoxes } from './boxes';
import { createLooks } from './looks';
import { createRouteAnswers } from './routeAnswers';
import type { RouteAnswer, RouteOffice, RouteTask } from './routesElsewhere';
import { createTitles } from './titles';

/** Instances in rows, each with an arrow to the next but six, so that lines have others to go around. */
const many = (): Document => {
  const ids = Array.from({ length: 340 }, (_, index) => `i${index}`);
  return fromSketch(
    catalog,
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, ...ids.map((id) => box('instance', id)))),
      ...ids.slice(7).map((id, index) => arrow(`i${index}`, id)),
    ),
  );
};

/** An office that answers when it is told to, by copies as a worker does. */
function office(): RouteOffice & { answer(isEnough?: () => boolean): void; readonly asked: RouteTask[] } {
  const answers = createRouteAnswers();
  const asked: RouteTask[] = [];
  let tell: (answer: RouteAnswer | undefined) => void = () => {};
  return {
    asked,
    ask(task, answered) {
      const copy = structuredClone(task);
      asked.push(copy);
      answers.take(copy);
      tell = answered;
    },
    answer(isEnough = () => false) {
      const did = answers.work(isEnough);
      if (did?.answer !== undefined) tell(structuredClone(did.answer));
    },
  };
}

const noTraces = new Map();

function drawing(maker: ArrowMaker): (document: Document) => Arrows {
  const [boxes, looks, titles] = [createBoxes(catalog), createLooks(catalog), createTitles(catalog)];
  return (document) => {
    const [standing, looked] = [boxes(document), looks(document)];
    return maker.arrows(document, standing, noTraces, false, titles(standing, looked));
  };
}

/** Goes on until nothing waits; `elsewhere` is called whenever there is nothing to do here. Throws where that would never end. */
function finished(maker: ArrowMaker, look: () => Arrows, elsewhere: () => void = () => {}): Arrows {
  for (let turn = 0; turn < 10_000; turn++) {
    const now = look();
    if (now.waiting === 0) return now;
    if (maker.isElsewhere()) elsewhere();
    else maker.work(() => false);
  }
  throw new Error('there is always something that waits');
}

function madeHere(document: Document): Arrows {
  const maker = createArrows(catalog);
  const draw = drawing(maker);
  return finished(maker, () => draw(document));
}

const moved = (document: Document): Document =>
  runCommand(
    { catalog },
    document,
    call('moveResources', { moves: [{ id: 'i100', parentId: 'Subnet', x: 2400, y: 40 }] }),
  );

test('an office routes the lines of a large diagram as they are routed here', () => {
  const document = many();
  const away = office();
  const maker = createArrows(catalog, away);
  const draw = drawing(maker);

  const arrows = finished(
    maker,
    () => draw(document),
    () => away.answer(() => true),
  );

  expect(away.asked.map(({ work }) => work.do)).toEqual(['route', 'spread']);
  expect(arrows).toEqual(madeHere(document));
});

test('what is edited before the office has answered is asked for anew, and no line is one of before', () => {
  const document = many();
  const later = moved(document);
  const away = office();
  const maker = createArrows(catalog, away);
  const draw = drawing(maker);
  draw(document);
  while (!maker.isElsewhere()) maker.work(() => false);
  away.answer(() => true);
  draw(later);

  const arrows = finished(
    maker,
    () => draw(later),
    () => away.answer(),
  );

  expect(arrows).toEqual(madeHere(later));
});

test('after an edit the office is told only what has changed on the ground', () => {
  const document = many();
  const later = moved(document);
  const away = office();
  const maker = createArrows(catalog, away);
  const draw = drawing(maker);
  const answer = (): void => away.answer();
  finished(maker, () => draw(document), answer);
  const before = away.asked.length;

  const arrows = finished(maker, () => draw(later), answer);

  const told = away.asked.slice(before).map(({ gone, come }) => gone.length + come.obstacles.length);
  expect(told[0]).toBeGreaterThan(0);
  expect(told[0]).toBeLessThan(12);
  expect(arrows.flows.find(({ flow }) => flow.from === 'i100')).toEqual(
    madeHere(later).flows.find(({ flow }) => flow.from === 'i100'),
  );
});

test('what has come and gone before the office is asked is never told', () => {
  const document = many();
  const away = office();
  const edited = createArrows(catalog, away);
  const draw = drawing(edited);
  draw(document);
  while (!edited.isElsewhere()) edited.work(() => false);
  const fresh = office();
  const maker = createArrows(catalog, fresh);
  const drawFresh = drawing(maker);
  drawFresh(document);
  drawFresh(moved(document));
  drawFresh(document);

  while (!maker.isElsewhere()) maker.work(() => false);

  expect(fresh.asked[0]?.gone).toEqual([]);
  expect(fresh.asked[0]?.come.obstacles.length).toBe(away.asked[0]?.come.obstacles.length);
});

test('where the office fails, lines are routed here', () => {
  const document = many();
  const maker = createArrows(catalog, { ask: (_, answered) => answered(undefined) });
  const draw = drawing(maker);

  expect(finished(maker, () => draw(document))).toEqual(madeHere(document));
});

test('an office that fails while lines are set side by side is not waited for', () => {
  const document = many();
  const away = office();
  let fail: (() => void) | undefined;
  const maker = createArrows(catalog, {
    ask(task, answered) {
      away.ask(task, answered);
      fail = task.work.do === 'spread' ? () => answered(undefined) : undefined;
    },
  });
  const draw = drawing(maker);

  const arrows = finished(
    maker,
    () => draw(document),
    () => (fail === undefined ? away.answer() : fail()),
  );

  expect(arrows).toEqual(madeHere(document));
});
