/** The smallest design about which the engine and the reference still disagree, in words. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Box } from '../../core/model/sketch';
import { compileNetwork } from '../../core/network/network';
import type { Query } from '../../core/network/trace';
import { withoutDangling } from './dangling';
import { disagreement, factsOfPlan, type Disagreement } from './compare';
import { randomDesign } from './randomDesign';
import { referenceOf } from './reference';

/** Takes away boxes and rows while what `stillBad` asks for stays. */
export function shrink(boxes: readonly Box[], stillBad: (boxes: readonly Box[]) => boolean): readonly Box[] {
  let current = boxes;
  for (let changed = true; changed;) {
    changed = false;
    for (const candidate of smallerThan(current)) {
      const smaller = withoutDangling(candidate);
      if (!stillBad(smaller)) continue;
      current = smaller;
      changed = true;
      break;
    }
  }
  return current;
}

function* smallerThan(boxes: readonly Box[]): Generator<readonly Box[]> {
  for (const [index, each] of boxes.entries()) {
    const others = (replacement: readonly Box[]): readonly Box[] => [
      ...boxes.slice(0, index),
      ...replacement,
      ...boxes.slice(index + 1),
    ];
    yield others([]);
    for (const inside of smallerThan(each.inside)) yield others([{ ...each, inside }]);
    for (const props of fewerProps(each.props)) yield others([{ ...each, props }]);
  }
}

/** A prop less, or a row or a reference of one less. */
function* fewerProps(props: Readonly<Record<string, unknown>>): Generator<Readonly<Record<string, unknown>>> {
  for (const [name, value] of Object.entries(props)) {
    const { [name]: _, ...left } = props;
    yield left;
    if (typeof value !== 'object' || value === null) continue;
    const rows = value as Readonly<Record<string, unknown>>;
    if (Object.keys(rows).length < 2) continue;
    for (const key of Object.keys(rows)) {
      const { [key]: __, ...fewer } = rows;
      yield { ...props, [name]: fewer };
    }
  }
}

export function ask(catalog: Catalog, boxes: readonly Box[], query: Query) {
  const facts = factsOfPlan(catalog, boxes);
  const reference = referenceOf(facts);
  return {
    engine: compileNetwork(facts).trace(query),
    reference: reference.ask(query),
    blamed: () => reference.blamed(query),
  };
}

export function sayDisagreement(catalog: Catalog, { seed, query }: Disagreement): string {
  const verdicts = (boxes: readonly Box[]): string => {
    const { engine, reference, blamed } = ask(catalog, boxes, query);
    const about = disagreement(engine, reference, blamed);
    return about === null ? '' : `${about} ${engine.verdict} ${reference.verdict}`;
  };
  const { boxes } = randomDesign(seed);
  const before = verdicts(boxes);
  const smallest = shrink(boxes, (smaller) => verdicts(smaller) === before);
  const { engine, reference } = ask(catalog, smallest, query);
  return [
    `Seed ${seed}: ${JSON.stringify(query)}`,
    sayBoxes(smallest, '  '),
    `The engine says ${engine.verdict}: ${engine.blockedBy.map(({ code, direction, resource, says }) => `${code} (${direction}, ${resource}) ${says.en}`).join('; ')} ${engine.unknowns.map(({ en }) => en).join('; ')}`,
    ...[engine.forward, engine.return].flatMap((path) => [
      '  path',
      ...(path?.steps ?? []).map(
        (step) => `    ${step.at} ${step.what} ${step.verdict} ${step.because.says.en}`,
      ),
    ]),
    `The reference says ${reference.verdict}: ${reference.why} (${reference.blame.slice(0, 5).join(', ')})`,
    '',
  ].join('\n');
}

function sayBoxes(boxes: readonly Box[], indent: string): string {
  return boxes
    .map(
      (each) =>
        `${indent}${each.box} ${each.name} ${JSON.stringify(each.props)}\n${sayBoxes(each.inside, `${indent}  `)}`,
    )
    .join('');
}
