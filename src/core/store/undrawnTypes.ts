import type { Catalog } from '../catalog/catalog';
import { typesOfFirstPrograms } from '../cfn/firstPrograms';
import type { Document } from '../model/document';
import type { Report } from './report';

/** Tells of what a template has that we draw and the older program did not that saved the file. */
export function tellOfUndrawnTypes(
  catalog: Catalog,
  { templates, resources, asRead }: Document,
  report: Report,
): void {
  const later = [...catalog.kinds.values()].flatMap(({ kind, cfn }) =>
    (cfn?.types ?? []).filter((type) => !typesOfFirstPrograms.has(type)).map((type) => ({ kind, type })),
  );
  for (const { id, fileName, text } of templates.values()) {
    if (asRead?.assumed?.[id] !== true) continue;
    const drawn = new Set(
      [...resources.values()].flatMap(({ kind, provenance }) => (provenance?.template === id ? [kind] : [])),
    );
    const types = new Set(
      later.filter(({ kind, type }) => !drawn.has(kind) && says(text, type)).map(({ type }) => type),
    );
    if (types.size === 0) continue;
    const named = [...types].sort().join(', ');
    report.tell(
      'warning',
      {
        en: `The diagram was saved by an earlier version of vpcanvas, which did not draw everything in ${fileName}. Resources of these types stay in the template as they are, and are neither shown nor analysed: ${named}. Open the template again to draw them.`,
        ja: `このダイアグラムを保存した以前のバージョンの vpcanvas は、${fileName} の一部を描画していません。次のタイプのリソースはテンプレートにそのまま残りますが、表示も分析もされません: ${named}。描画するには、テンプレートを開き直してください。`,
      },
      'templates',
    );
  }
}

/** Whether a text has the name of a type, and not only that of a longer one. */
function says(text: string, type: string): boolean {
  for (let at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 1))
    if (!/[A-Za-z0-9:]/.test(text.charAt(at + type.length))) return true;
  return false;
}
