/** A queue that gives the smallest first. */
export interface Queue<T> {
  push(item: T): void;
  /** The smallest, which leaves the queue; of equal ones the one that came first. Undefined when the queue is empty. */
  pop(): T | undefined;
}

/** A binary heap. Equal items leave in the order they came, so that results repeat. */
export function createQueue<T>(size: (item: T) => number): Queue<T> {
  const heap: { readonly item: T; readonly size: number; readonly number: number }[] = [];
  let count = 0;
  const isLess = (a: number, b: number): boolean => {
    const [p, q] = [heap[a], heap[b]];
    if (p === undefined || q === undefined) return false;
    return p.size < q.size || (p.size === q.size && p.number < q.number);
  };
  const swap = (a: number, b: number): void => {
    const [p, q] = [heap[a], heap[b]];
    if (p === undefined || q === undefined) return;
    heap[a] = q;
    heap[b] = p;
  };
  return {
    push(item) {
      heap.push({ item, size: size(item), number: count++ });
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!isLess(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top?.item;
      heap[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        let least = at;
        if (left < heap.length && isLess(left, least)) least = left;
        if (left + 1 < heap.length && isLess(left + 1, least)) least = left + 1;
        if (least === at) return top.item;
        swap(at, least);
        at = least;
      }
    },
  };
}
