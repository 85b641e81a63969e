import { callOuts } from './callOuts';
import { deck, defineGuideline } from './guideline';
import { placeAt, placing } from './places';

export default defineGuideline({
  id: 'call-out-size',
  summary: {
    en: 'All call-outs of a diagram have one size',
    ja: '番号の大きさは、図全体で揃えます',
  },
  why: {
    en: 'A larger number seems to matter more than the others.',
    ja: '大きい番号は、ほかより重要に見えます。',
  },
  source: deck,
  *check(drawing) {
    const all = callOuts(drawing);
    const counts = new Map<string, number>();
    for (const { box } of all) counts.set(sizeOf(box), (counts.get(sizeOf(box)) ?? 0) + 1);
    if (counts.size < 2) return;
    // What most have; of what as many have, that of the kind, else the one that comes first.
    const own = (size: string): boolean =>
      all.some(({ box }) => {
        const { shape } = drawing.catalog.kind(box.resource.kind);
        return 'size' in shape && sizeOf(shape.size) === size;
      });
    const [common = ''] = [...counts.keys()].sort(
      (a, b) =>
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || Number(own(b)) - Number(own(a)) || (a < b ? -1 : 1),
    );
    const [w = 0, h = 0] = common.split('×').map(Number);
    for (const { box, number } of all) {
      const size = sizeOf(box);
      if (size === common) continue;
      const name = number ?? '?';
      const to = {
        x: Math.round(box.x + (box.w - w) / 2),
        y: Math.round(box.y + (box.h - h) / 2),
        w,
        h,
      };
      yield {
        on: [box.resource.id],
        message: {
          en: `Call-out ${name} is ${size} px, most are ${common} px`,
          ja: `番号 ${name} の大きさは ${size} px で、多くの番号は ${common} px です`,
        },
        fixes: () => [
          placing(
            { en: `Make call-out ${name} ${common} px`, ja: `番号 ${name} を ${common} px にする` },
            { [box.resource.id]: placeAt(box, to) },
          ),
        ],
      };
    }
  },
});

function sizeOf({ w, h }: { readonly w: number; readonly h: number }): string {
  return `${w}×${h}`;
}
