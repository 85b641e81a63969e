/**
 * The reach of pairs of which many are told apart by security groups alone. What is found for such a pair hangs on what it has
 * in common with others like it, and on what security groups answer: another pair of which they are asked the same, and answer
 * the same, has the same reach. So the questions that are heard while a reach is worked out are kept with their answers, as a
 * tree: at each place the question that comes next, and where each answer to it leads. Other pairs go down the tree by their
 * own answers, and are followed only where nobody has been before.
 */
import type { ResourceId } from '../../model/document';
import { addressesOf } from '../interfaces';
import type { GroupQuestion } from '../watch';
import type { Interface, World } from '../world';
import { GroupProfiles, type Profile } from './groupProfiles';
import { answerOf, pairQuestion, type Pair, type PairQuestion, type Side } from './groupQuestions';
import type { MatrixEnd } from './matrixEnds';

/** A place in a tree: what comes next there. */
interface Place {
  next:
    | { readonly is: 'not known' }
    | { readonly is: 'question'; readonly question: PairQuestion; readonly answers: Map<Profile, Place> }
    | { readonly is: 'reach'; readonly reach: number }
    /** A question that means something else for each pair: all of them are followed. */
    | { readonly is: 'other' };
}

export class ReachesByGroups {
  private readonly world: World;
  private readonly ends: readonly MatrixEnd[];
  private readonly profiles = new GroupProfiles();
  private readonly sides: (Side | undefined)[] = [];
  private readonly kinOf: number[] = [];
  private readonly kinBy = new Map<ResourceId, number>();
  private readonly trees: Map<number, Place>[] = [];

  /** `kin`: the ends that only their groups tell apart, by their indices. */
  constructor(world: World, ends: readonly MatrixEnd[], kin: readonly (readonly number[])[]) {
    this.world = world;
    this.ends = ends;
    kin.forEach((members, index) => {
      for (const member of members) {
        this.kinOf[member] = index;
        const id = ends[member]?.resource;
        if (id != null && members.length > 1) this.kinBy.set(id, index);
      }
    });
  }

  /**
   * `follow` works out the reach from one end to another and gives what stands for it, and puts down what groups were asked.
   */
  reach(from: number, to: number, follow: (heard?: GroupQuestion[]) => number): number {
    const pair: Pair = { source: this.side(from), target: this.side(to) };
    const root = this.tree(this.kinOf[from] ?? -1, this.kinOf[to] ?? -1);
    let place = root;
    while (place.next.is === 'question') {
      const { question, answers } = place.next;
      const next = answers.get(answerOf(this.profiles, question, pair));
      if (next === undefined) break;
      place = next;
    }
    if (place.next.is === 'reach') return place.next.reach;
    if (place.next.is === 'other') return follow();
    const heard: GroupQuestion[] = [];
    const reach = follow(heard);
    this.keep(root, heard, pair, [this.kinOf[from], this.kinOf[to]], reach);
    return reach;
  }

  private keep(
    root: Place,
    heard: readonly GroupQuestion[],
    pair: Pair,
    kin: readonly (number | undefined)[],
    reach: number,
  ): void {
    const isOfPairs = ({ id }: Interface): boolean => {
      const own = this.kinBy.get(id);
      return own !== undefined && kin.includes(own);
    };
    let place = root;
    const asked = new Set<string>();
    for (const each of heard) {
      const question = pairQuestion(each, pair, isOfPairs);
      if (question !== undefined && asked.has(question.key)) continue;
      if (place.next.is === 'not known' && question !== undefined)
        place.next = { is: 'question', question, answers: new Map() };
      if (place.next.is !== 'question' || question?.key !== place.next.question.key) {
        place.next = { is: 'other' };
        return;
      }
      asked.add(question.key);
      const { answers } = place.next;
      const answer = answerOf(this.profiles, question, pair);
      let next = answers.get(answer);
      if (next === undefined) answers.set(answer, (next = { next: { is: 'not known' } }));
      place = next;
    }
    place.next = place.next.is === 'not known' ? { is: 'reach', reach } : { is: 'other' };
  }

  private tree(source: number, target: number): Place {
    const trees = (this.trees[source] ??= new Map<number, Place>());
    let found = trees.get(target);
    if (found === undefined) trees.set(target, (found = { next: { is: 'not known' } }));
    return found;
  }

  private side(end: number): Side {
    const found = this.sides[end];
    if (found !== undefined) return found;
    const id = this.ends[end]?.resource ?? null;
    const interfaces = id === null ? [] : (this.world.interfaces.get(id) ?? []);
    const addresses = interfaces.map((at) => ({
      4: addressesOf(this.world, at, 4),
      6: addressesOf(this.world, at, 6),
    }));
    return (this.sides[end] = { interfaces, addresses });
  }
}
