/** Variants of the examples with one fault each: diagrams, and templates with faults that no drawing could have. */
import { useEffect, useState } from 'react';
import type { Document } from '../../core/model/document';
import { closeDialog } from '../shell/dialogs';
import { useSay } from '../useEditor';
import { descriptionOf, faultyTemplates } from './exampleFiles';
import { nameWords } from '../../lib/nameWords';
import { openExample, openFiles } from './openDiagram';
import { useDesk } from './useDesk';
import { words } from './galleryWords';

export interface LoadedExample {
  readonly id: string;
  /** The example it is a variant of; null for the examples themselves. */
  readonly faultIn: string | null;
  readonly document: Document;
}

export function FaultyExamples({ examples }: { readonly examples: readonly LoadedExample[] }) {
  const say = useSay();
  const desk = useDesk();
  const templates = useFaultyTemplates();
  const open = (deed: () => Promise<unknown>) => () => {
    closeDialog();
    void deed();
  };
  return (
    <>
      <h3 className="gallery-heading">{say(words.faulty)}</h3>
      {examples
        .filter(({ faultIn }) => faultIn === null)
        .map(({ id, document }) => (
          <section key={id} className="gallery-group">
            <h4>{say(nameWords(document.name))}</h4>
            <ul className="gallery-kept">
              {examples
                .filter(({ faultIn }) => faultIn === id)
                .map((variant) => (
                  <Row
                    key={variant.id}
                    name={variant.document.name}
                    onOpen={open(() => openExample(desk, variant.document))}
                  />
                ))}
              {templates
                .filter(({ faultIn }) => faultIn === id)
                .map(({ fileName, name, text }) => (
                  <Row
                    key={fileName}
                    name={name}
                    fileName={fileName}
                    onOpen={open(() => openFiles(desk, [new File([text], fileName)]))}
                  />
                ))}
            </ul>
          </section>
        ))}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly fileName?: string;
  readonly onOpen: () => void;
}

function Row({ name, fileName, onOpen }: RowProps) {
  const say = useSay();
  return (
    <li className="gallery-row">
      <button type="button" className="gallery-row-name" onClick={onOpen}>
        <span>{say(nameWords(name))}</span>
        {fileName !== undefined && <span className="gallery-row-text">{fileName}</span>}
      </button>
    </li>
  );
}

interface LoadedTemplate {
  readonly fileName: string;
  readonly faultIn: string;
  readonly name: string;
  readonly text: string;
}

function useFaultyTemplates(): readonly LoadedTemplate[] {
  const [loaded, setLoaded] = useState<readonly LoadedTemplate[]>([]);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      for (const { read, ...template } of faultyTemplates) {
        const text = await read().catch(() => undefined);
        if (isGone) return;
        const name = text === undefined ? undefined : descriptionOf(text);
        if (text !== undefined && name !== undefined)
          setLoaded((before) => [...before, { ...template, name, text }]);
      }
    };
    void load();
    return () => {
      isGone = true;
      setLoaded([]);
    };
  }, []);
  return loaded;
}
