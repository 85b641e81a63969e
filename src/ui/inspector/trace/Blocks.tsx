/** What stops a flow, the one to change first on top. */
import { rowWords } from '../../../core/network/rowWords';
import type { Block } from '../../../core/network/trace';
import { placeOfRow } from '../../../editor/inspecting/jump';
import { ResourceName } from '../../ResourceName';
import { useSay } from '../../useEditor';
import { VerdictSign } from '../../verdictSigns';
import { words } from '../words';
import { useSentence } from './useSentence';

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const say = useSay();
  const sentence = useSentence();
  return (
    <ol className="trace-blocks">
      {blocks.map((block, index) => {
        const place = placeOfRow(block);
        return (
          // The same fault may stop both directions; the list does not change order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${block.code} ${block.resource ?? ''} ${index}`} className="trace-block">
            <VerdictSign verdict={block.direction === 'return' ? 'reply-blocked' : 'blocked'} named />
            <div>
              <p>{sentence(block.says)}</p>
              <p className="trace-where">
                {block.resource === null ? null : (
                  <ResourceName id={block.resource} {...(place === undefined ? {} : { field: place })} />
                )}
                {block.row === null ? null : <code>{say(rowWords(block.row))}</code>}
              </p>
              <p className="trace-codes">
                <code>{block.code}</code>
                {block.analyzerCode === null ? null : (
                  <code title={say(words.analyzer)}>{block.analyzerCode}</code>
                )}
                <span className="inspector-quiet">
                  {say(block.direction === 'forward' ? words.forward : words.reply)}
                </span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
