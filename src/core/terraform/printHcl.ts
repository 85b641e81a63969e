/**
 * Prints blocks as `terraform fmt` would leave them: two blanks for each level, the equals signs of neighbouring lines in one
 * column. https://developer.hashicorp.com/terraform/language/style
 */
import { commentText } from '../cdk/identifiers';
import { alignedLines } from './alignedLines';
import type { HclBlock, HclItem } from './hcl';
import { indented, printTopValue, type Lines } from './printValue';
import { quoted } from './printText';

/** Blocks with an empty line between them; a comment stands at what follows it. */
export function printFile(items: readonly HclItem[]): string {
  return `${printItems(items).join('\n')}\n`;
}

function printItems(items: readonly HclItem[]): Lines {
  const lines: string[] = [];
  let run: { readonly name: string; readonly value: Lines }[] = [];
  const flush = (): void => {
    lines.push(...alignedLines(run));
    run = [];
  };
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (before !== undefined && areApart(before, item)) {
      flush();
      lines.push('');
    }
    if (item.is === 'attribute') {
      run.push({ name: item.name, value: printTopValue(item.value) });
      continue;
    }
    flush();
    if (item.is === 'block') lines.push(...printBlock(item));
    else lines.push(`# ${commentText(item.text)}`.trimEnd());
  }
  flush();
  return lines;
}

/** Blocks stand apart, and so do the arguments that are those of the language and not of the resource. */
function areApart(one: HclItem, other: HclItem): boolean {
  if (one.is === 'comment') return one.isLast === true;
  if (one.is === 'block' || other.is === 'block') return true;
  const isFirst = one.is === 'attribute' && (one.name === 'count' || one.name === 'for_each');
  return isFirst || (other.is === 'attribute' && other.name === 'depends_on');
}

function printBlock({ type, labels, body }: HclBlock): Lines {
  const head = [type, ...labels.map(quoted)].join(' ');
  return body.length === 0 ? [`${head} {}`] : [`${head} {`, ...indented(printItems(body)), '}'];
}
