/**
 * How the diagrams of `examples/` are written: a sketch or templates, where things stand, scenes, and variants with one fault each.
 * `gallery.test.ts` holds the files against these sources; `UPDATE=1 npx vitest run src/testing/gallery` writes them.
 */
import { readFileSync } from 'node:fs';
import { fromSketch } from '../../core/catalog/fromSketch';
import type { Catalog } from '../../core/catalog/catalog';
import { importTemplates } from '../../core/cfn/importTemplates';
import type { CommandCall } from '../../core/commands';
import { call } from '../../core/commands';
import type { Placement } from '../../core/commands/placeResources';
import type { LensName } from '../../core/lenses/lens';
import type { Build, Document, Scene } from '../../core/model/document';
import type { Sketch } from '../../core/model/sketch';
import { documentAfter } from '../../core/plans/plan';
import { cameraOn } from '../../core/scenes/cameraOn';
import { ordersAfter } from '../../lib/order';
import type { Words } from '../../lib/words';

export interface Example {
  /** The name of its folder and file. */
  readonly id: string;
  readonly name: string;
  readonly sketch: Sketch | TemplateSketch;
  /** In px, relative to the parent; what is not named keeps its kind's size. */
  readonly places: Readonly<Record<string, readonly [x: number, y: number, w?: number, h?: number]>>;
  readonly scenes: readonly SceneSketch[];
  readonly variants: readonly Variant[];
  readonly templateFaults?: readonly TemplateFault[];
}

/** An example that is imported: what is drawn on the diagram that templates give. */
export interface TemplateSketch {
  /** Names of files of `examples/templates`. */
  readonly templates: readonly string[];
  readonly commands: readonly CommandCall[];
}

/** A scene whose camera shows some resources, with the given room around them. */
export interface SceneSketch {
  readonly title: Words;
  readonly text: Words;
  readonly shows: readonly string[];
  readonly flows: readonly string[];
  readonly notes?: Words;
  readonly lens?: LensName;
  readonly asks?: string;
  /** In their order. */
  readonly builds?: readonly {
    readonly block?: number;
    readonly flows?: readonly string[];
    readonly highlights?: readonly string[];
    readonly packet?: string;
  }[];
  readonly plan?: { readonly title: Words; readonly commands: readonly CommandCall[] };
}

/** The example with one fault, and the rule and resource that must name it. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly commands: readonly CommandCall[];
  readonly fault: { readonly rule: string; readonly on: string };
}

/** A template with one slip that no drawing could have, and what must be said of it, and where. */
export interface TemplateFault {
  readonly id: string;
  /** The sound template, a file of `examples/templates`. */
  readonly of: string;
  readonly name: string;
  /** The first such text behind another one. */
  readonly slip: { readonly after: string; readonly text: string; readonly becomes: string };
  /** Lines of a further resource, at the end. */
  readonly adds?: readonly string[];
  readonly fault: {
    readonly rule: string;
    readonly on: string;
    readonly line: number;
    readonly column: number;
  };
  /** The name that was likely meant. */
  readonly suggests: string;
}

/** The template as somebody pastes it, with the fault as its description. */
export function faultyTemplate({ of, name, slip, adds = [] }: TemplateFault): string {
  const sound = readFileSync(`examples/templates/${of}`, 'utf8');
  const from = sound.indexOf(`\n  ${slip.after}\n`);
  const at = from < 0 ? -1 : sound.indexOf(slip.text, from);
  if (at < 0) throw new Error(`${of} has no “${slip.text}” behind ${slip.after}`);
  const slipped = sound.slice(0, at) + slip.becomes + sound.slice(at + slip.text.length);
  const added = adds.map((line) => `  ${line}\n`).join('');
  return slipped.replace(/^Description: .*$/m, `Description: '${name}'`) + added;
}

export function documentOf(catalog: Catalog, example: Example): Document {
  const drawn =
    'templates' in example.sketch ? imported(catalog, example.sketch) : fromSketch(catalog, example.sketch);
  const places: Record<string, Partial<Placement>> = {};
  for (const [id, [x, y, w, h]] of Object.entries(example.places))
    places[id] = { x, y, ...(w === undefined ? {} : { w }), ...(h === undefined ? {} : { h }) };
  const placed = documentAfter({ catalog }, drawn, {
    title: { en: '', ja: '' },
    commands: [call('placeResources', { places }), call('renameDocument', { name: example.name })],
  });
  return { ...placed, scenes: scenesOf(placed, example.scenes) };
}

export function variantOf(catalog: Catalog, example: Example, variant: Variant): Document {
  return documentAfter({ catalog }, documentOf(catalog, example), {
    title: { en: '', ja: '' },
    commands: [...variant.commands, call('renameDocument', { name: variant.name })],
  });
}

function imported(catalog: Catalog, { templates, commands }: TemplateSketch): Document {
  const files = templates.map((name) => ({ name, text: readFileSync(`examples/templates/${name}`, 'utf8') }));
  const { document, failure } = importTemplates(catalog, files);
  if (failure !== undefined) throw new Error(`${templates.join(', ')}: no template`);
  return documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });
}

function scenesOf(document: Document, sketches: readonly SceneSketch[]): Map<string, Scene> {
  const orders = ordersAfter(null, sketches.length);
  const scenes = new Map<string, Scene>();
  sketches.forEach(({ shows, flows, builds = [], ...words }, index) => {
    const id = `scene-${index + 1}`;
    scenes.set(id, {
      id,
      order: orders[index] ?? 'U',
      ...words,
      camera: cameraOn(document, shows),
      flows: keys(flows),
      ...(builds.length === 0 ? {} : { builds: Object.fromEntries(builds.map(buildOf)) }),
    });
  });
  return scenes;
}

const keys = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, true as const]));

function buildOf(
  { block, flows, highlights, packet }: NonNullable<SceneSketch['builds']>[number],
  index: number,
): readonly [string, Build] {
  return [
    `${index + 1}`,
    {
      order: ordersAfter(null, index + 1).at(-1) ?? 'U',
      ...(block === undefined ? {} : { block }),
      ...(flows === undefined ? {} : { flows: keys(flows) }),
      ...(highlights === undefined ? {} : { resources: keys(highlights) }),
      ...(packet === undefined ? {} : { packet }),
    },
  ];
}
