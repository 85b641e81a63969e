/** Resources that wait for one another, so that CloudFormation cannot make any of them. */
import type { Words } from '../../../lib/words';
import type { Spot, TemplateFault } from './templateFault';

/** One resource refers to another, or depends on it. */
export interface Reach {
  readonly from: string;
  readonly to: string;
  readonly place: Spot;
}

type Said = (from: string, members: readonly string[], way: string) => Words;

/** One fault for each circle of a section, at the reference that closes it. */
export function findCircles(
  reaches: readonly Reach[],
  section = 'Resources',
  say: Said = ofResources,
): TemplateFault[] {
  const next = new Map<string, Reach[]>();
  for (const reach of reaches)
    if (reach.place.path[0] === section) {
      const list = next.get(reach.from);
      if (list === undefined) next.set(reach.from, [reach]);
      else list.push(reach);
    }
  const faults: TemplateFault[] = [];
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    // A walk with a stack of its own: a chain of thousands is no reason to fail.
    const path: { readonly id: string; at: number }[] = [{ id: start, at: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const reach = next.get(top.id)?.[top.at++];
      if (reach === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(reach.to)) {
        const members = path.map(({ id }) => id);
        faults.push(circle(reach, members.slice(members.indexOf(reach.to)), say));
      } else if (!done.has(reach.to)) {
        path.push({ id: reach.to, at: 0 });
        onPath.add(reach.to);
      }
    }
  }
  // The same circle may be closed by several references.
  const seen = new Set<string>();
  return faults.filter(({ on, message }) => {
    const key = `${on} ${message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function circle({ from, place }: Reach, members: readonly string[], say: Said): TemplateFault {
  return {
    rule: 'template-circular-reference',
    on: from,
    path: place.path,
    offset: place.offset,
    message: say(from, members, [...members, members[0] ?? from].join(' → ')),
  };
}

function ofResources(from: string, members: readonly string[], way: string): Words {
  return members.length === 1
    ? {
        en: `${from} refers to itself; a resource's own name and attributes are not known before it is made`,
        ja: `${from} が自分自身を参照しています。リソースの名前や属性は、作成前には分かりません`,
      }
    : {
        en: `${way} wait for one another, so none of them can be made; move one reference to a resource of its own (a rule to AWS::EC2::SecurityGroupIngress, say)`,
        ja: `${way} が互いに待ち合うため、作成できません。参照の 1 つを独立したリソース (ルールなら AWS::EC2::SecurityGroupIngress など) に移してください`,
      };
}
