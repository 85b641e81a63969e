import type { ReactNode } from 'react';

export interface ShellProps {
  readonly topBar: ReactNode;
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  readonly inspector: ReactNode;
  readonly panel: ReactNode;
}

export function Shell({ topBar, palette, canvas, inspector, panel }: ShellProps) {
  return (
    <>
      {topBar}
      {palette}
      {canvas}
      {inspector}
      {panel}
    </>
  );
}
