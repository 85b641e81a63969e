import type { RawDiagram } from './migrations';
import type { Report } from './report';

/** Sets aside what cannot be read. */
export class Unread {
  readonly kept: Record<string, unknown> = {};
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  get isEmpty(): boolean {
    return Object.keys(this.kept).length === 0;
  }

  /** One record of a section. */
  record(section: string, record: unknown): void {
    const before = this.kept[section];
    if (Array.isArray(before)) before.push(record);
    else this.kept[section] = [record];
  }

  /** A whole section that is not known. */
  keep(section: string, value: unknown): void {
    this.kept[section] = value;
    this.#report.tell(
      'warning',
      {
        en: `The part “${section}” of the file is not known to this version of vpcanvas; it is kept as it is.`,
        ja: `ファイルの「${section}」の部分は、このバージョンでは扱えません。そのまま保持します。`,
      },
      section,
      value,
    );
  }

  list(raw: RawDiagram, section: string): readonly unknown[] {
    const value = raw[section];
    if (Array.isArray(value)) return value;
    if (value !== undefined)
      this.#report.tell(
        'error',
        {
          en: `“${section}” should be a list; it was read as an empty one.`,
          ja: `「${section}」は一覧でなければなりません。空とみなしました。`,
        },
        section,
        value,
      );
    return [];
  }
}
