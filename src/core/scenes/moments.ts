/** A scene as a row of moments: "next" leads through them before it leads to the next scene. */
import { compareOrder } from '../../lib/order';
import type { Build, Document, Flow, FlowId, ResourceId, Scene } from '../model/document';

export interface Moment {
  /** The flow that the audience is asked about: nothing may show its verdict yet. */
  readonly asking: FlowId | null;
  /** The flows at full strength. */
  readonly flows: ReadonlySet<FlowId>;
  readonly highlighted: ReadonlySet<ResourceId>;
  /** The blocks of the text that are still to come, counted from 1. */
  readonly hiddenBlocks: ReadonlySet<number>;
  /** Whose packet moves. */
  readonly packet: FlowId | null;
  /** Tells this packet's journey from one that moved before: another number, another journey. */
  readonly journey: number;
}

/** At least one. What the given document, in which the scene is shown, no longer has is passed over. */
export function momentsOf(document: Document, scene: Scene): readonly [Moment, ...Moment[]] {
  const builds = buildsOf(scene);
  const has = (id: FlowId | undefined): id is FlowId => id !== undefined && document.flows.has(id);
  const asked = has(scene.asks) ? scene.asks : null;
  const startsByBuild = builds.some(({ packet }) => has(packet));
  const own = firstFlow(document, scene)?.id ?? null;
  const first: Moment = {
    asking: asked,
    flows: new Set([...Object.keys(scene.flows), ...(asked === null ? [] : [asked])].filter(has)),
    highlighted: new Set(),
    hiddenBlocks: new Set(builds.flatMap(({ block }) => block ?? [])),
    packet: asked !== null || startsByBuild ? null : own,
    journey: 0,
  };
  const moments: [Moment, ...Moment[]] = [first];
  let last = first;
  const goOn = (changes: Partial<Moment>): void => {
    last = { ...last, ...changes };
    moments.push(last);
  };
  if (asked !== null) goOn({ asking: null, packet: asked, journey: 1 });
  for (const { block, flows, resources, packet } of builds)
    goOn({
      hiddenBlocks: block === undefined ? last.hiddenBlocks : without(last.hiddenBlocks, block),
      flows: new Set(
        [...last.flows, ...Object.keys(flows ?? {}), ...(has(packet) ? [packet] : [])].filter(has),
      ),
      highlighted:
        resources === undefined
          ? last.highlighted
          : new Set(Object.keys(resources).filter((id) => document.resources.has(id))),
      ...(has(packet) ? { packet, journey: last.journey + 1 } : {}),
    });
  return moments;
}

/** In the order in which they come. */
export function buildsOf({ builds = {} }: Scene): readonly Build[] {
  return Object.entries(builds)
    .map(([id, build]) => ({ id, order: build.order, build }))
    .sort(compareOrder)
    .map(({ build }) => build);
}

/** The first flow of a scene by order, of those that exist: its packet moves. */
export function firstFlow({ flows }: Document, scene: Scene): Flow | undefined {
  return Object.keys(scene.flows)
    .flatMap((id) => flows.get(id) ?? [])
    .sort(compareOrder)[0];
}

function without(set: ReadonlySet<number>, gone: number): ReadonlySet<number> {
  return new Set([...set].filter((each) => each !== gone));
}
