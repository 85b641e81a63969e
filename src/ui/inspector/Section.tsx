import type { ReactNode } from 'react';
import { useId } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of the inspector under a heading. */
export function Section({ title, count, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="inspector-section" aria-labelledby={heading}>
      <h3 id={heading} className="inspector-heading">
        {title}
        {count === undefined ? null : <span className="inspector-quiet"> {count}</span>}
      </h3>
      {children}
    </section>
  );
}
