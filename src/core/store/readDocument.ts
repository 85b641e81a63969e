/** From the JSON of a diagram file, already of the current version, to a sound document. */
import type { JsonText } from '../../lib/json';
import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId, Settings, Suppression, Template, Unmodelled } from '../model/document';
import { emptyDocument } from '../model/document';
import type { UnmodelledEffect } from '../network/facts';
import { unmodelledEffects } from '../network/facts';
import { readAsRead } from './asRead';
import type { RawDiagram } from './migrations';
import { isRecord, ownEntries } from './plain';
import type { Problem } from './problem';
import { readFlows } from './readFlows';
import { readResources } from './readResources';
import { readScenes } from './readScenes';
import { readScopes } from './readScopes';
import type { Report } from './report';
import { createReport } from './report';
import { tellOfUndrawnTypes } from './undrawnTypes';
import { Unread } from './unread';

export function readDocument(
  catalog: Catalog,
  raw: RawDiagram,
  json: JsonText,
): { readonly document: Document; readonly problems: readonly Problem[] } {
  const report = createReport(json);
  for (const { key, line, column } of json.duplicates)
    report.tell(
      'error',
      {
        en: `“${key}” is given twice in one place (line ${line}, column ${column}); the last one counts.`,
        ja: `「${key}」が同じ場所に 2 回書かれています (${line} 行 ${column} 列)。後のものを使います。`,
      },
      key,
    );
  for (const { line, column } of json.refused)
    report.tell(
      'error',
      {
        en: `The name “__proto__” at line ${line}, column ${column} cannot be used and was left out.`,
        ja: `${line} 行 ${column} 列の「__proto__」は名前に使えないため、取り除きました。`,
      },
      '__proto__',
    );

  const unread = new Unread(report);
  const lacking = new Map<ResourceId, readonly string[]>();
  const resources = readResources(catalog, unread.list(raw, 'resources'), report, unread, (id, props) =>
    lacking.set(id, props),
  );
  const asRead = readAsRead(catalog, raw['asRead'], resources, lacking);
  const flows = readFlows(unread.list(raw, 'flows'), resources, report, unread);
  const scopes = readScopes(unread.list(raw, 'scopes'), resources, report, unread);
  const scenes = readScenes(unread.list(raw, 'scenes'), flows, report, unread);
  const document: Document = {
    ...emptyDocument,
    name: readName(raw['name'], report),
    resources,
    flows,
    scopes,
    scenes,
    suppressions: readSuppressions(unread.list(raw, 'suppressions'), unread),
    templates: readTemplates(unread.list(raw, 'templates'), unread),
    settings: readSettings(raw['settings'], report),
    ...(asRead === undefined ? {} : { asRead }),
  };
  for (const [section, value] of Object.entries(raw)) if (!sections.has(section)) unread.keep(section, value);
  tellOfUndrawnTypes(catalog, document, report);
  return {
    document: unread.isEmpty ? document : { ...document, unread: unread.kept },
    problems: report.problems(),
  };
}

const sections: ReadonlySet<string> = new Set([
  'vpcanvas',
  'name',
  'settings',
  'resources',
  'flows',
  'scopes',
  'scenes',
  'suppressions',
  'templates',
  'asRead',
]);

function readName(raw: unknown, report: Report): string {
  if (raw === undefined || typeof raw === 'string') return raw ?? '';
  report.tell(
    'error',
    {
      en: 'The name of the diagram is not a text; it was left empty.',
      ja: 'ダイアグラムの名前が文字列ではないため、空にしました。',
    },
    'name',
    raw,
  );
  return '';
}

function readSettings(raw: unknown, report: Report): Settings {
  const settings = isRecord(raw) ? raw : {};
  const region = settings['region'];
  if (typeof region === 'string' && region !== '') return { ...settings, region };
  if (raw !== undefined)
    report.tell(
      'error',
      {
        en: `The settings name no Region; ${emptyDocument.settings.region} was taken.`,
        ja: `設定にリージョンがないため、${emptyDocument.settings.region} としました。`,
      },
      'settings.region',
      raw,
    );
  return { ...settings, region: emptyDocument.settings.region };
}

function readSuppressions(raw: readonly unknown[], unread: Unread): ReadonlyMap<string, Suppression> {
  const found = new Map<string, Suppression>();
  for (const each of raw) {
    const finding = isRecord(each) ? each['finding'] : undefined;
    const reason = isRecord(each) ? each['reason'] : undefined;
    if (typeof finding === 'string')
      found.set(finding, { finding, reason: typeof reason === 'string' ? reason : '' });
    else unread.record('suppressions', each);
  }
  return found;
}

function readTemplates(raw: readonly unknown[], unread: Unread): ReadonlyMap<string, Template> {
  const found = new Map<string, Template>();
  for (const each of raw) {
    if (!isRecord(each)) {
      unread.record('templates', each);
      continue;
    }
    const { id, fileName, text, readWith, unmodelled, ...rest } = each;
    const whole =
      Array.isArray(text) && text.every((line) => typeof line === 'string') ? text.join('\n') : text;
    if (typeof id !== 'string' || typeof whole !== 'string') {
      unread.record('templates', each);
      continue;
    }
    found.set(id, {
      ...rest,
      id,
      fileName: typeof fileName === 'string' ? fileName : '',
      text: whole,
      ...readReadWith(readWith),
      ...readUnmodelled(unmodelled),
    });
  }
  return found;
}

function readReadWith(raw: unknown): Pick<Template, 'readWith'> {
  if (!isRecord(raw) || typeof raw['region'] !== 'string') return {};
  const parameters = ownEntries(raw['parameters']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { readWith: { region: raw['region'], parameters: Object.fromEntries(parameters) } };
}

/** What is not of the right form is left out: it would be about nothing. */
function readUnmodelled(raw: unknown): Pick<Template, 'unmodelled'> {
  if (!Array.isArray(raw)) return {};
  const found = raw.flatMap((each: unknown): Unmodelled[] => {
    if (!isRecord(each)) return [];
    const { by, on, effect, says } = each;
    const read = readEffect(effect);
    if (typeof by !== 'string' || typeof on !== 'string' || read === undefined) return [];
    if (!isRecord(says) || typeof says['en'] !== 'string' || typeof says['ja'] !== 'string') return [];
    return [{ by, on, effect: read, says: { en: says['en'], ja: says['ja'] } }];
  });
  return found.length === 0 ? {} : { unmodelled: found };
}

function readEffect(raw: unknown): UnmodelledEffect | undefined {
  const is = unmodelledEffects.find((each) => isRecord(raw) && raw['is'] === each);
  if (is === undefined || !isRecord(raw)) return undefined;
  if (is !== 'names') return { is };
  return { is, domain: typeof raw['domain'] === 'string' ? raw['domain'] : null };
}
