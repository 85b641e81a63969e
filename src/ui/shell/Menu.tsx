/** Drop-down menus, made of actions wherever an action says what to do. */
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { actionById } from '../../editor/actions';
import { keysText } from '../../editor/keyboard';
import { CheckGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';
import { isMac } from './isMac';

export interface MenuProps {
  readonly button: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

export function Menu({ button, align = 'start', children }: MenuProps) {
  return (
    // Not modal: locking the page's scrolling would need a <style> element, and there is nothing to scroll.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{button}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  readonly glyph?: ReactNode;
  readonly disabled?: boolean;
  readonly keys?: string | undefined;
  readonly children: ReactNode;
  readonly onSelect: () => void;
}

export function MenuItem({ glyph, disabled = false, keys, children, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={disabled} onSelect={onSelect}>
      <span className="menu-mark">{glyph}</span>
      <span className="menu-item-text">{children}</span>
      {keys !== undefined && <kbd className="menu-keys">{keys}</kbd>}
    </DropdownMenu.Item>
  );
}

/** An action as a line of a menu; nothing where there is no such action. */
export function ActionItem({ id, glyph }: { readonly id: string; readonly glyph?: ReactNode }) {
  const editor = useEditor();
  const say = useSay();
  const action = actionById(id);
  if (action === undefined) return null;
  const keys = action.keys?.[0];
  return (
    <MenuItem
      glyph={glyph ?? (action.checked?.(editor) === true ? <CheckGlyph /> : undefined)}
      disabled={!action.enabled(editor)}
      keys={keys === undefined ? undefined : keysText(keys, isMac)}
      onSelect={() => action.run(editor)}
    >
      {say(action.labelNow?.(editor) ?? action.label)}
    </MenuItem>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}

export function MenuTitle({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className="menu-title">{children}</DropdownMenu.Label>;
}

export interface MenuChoiceProps<T extends string> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

/** A choice of one among a few. */
export function MenuChoice<T extends string>({ value, options, onChoose }: MenuChoiceProps<T>) {
  return (
    <DropdownMenu.RadioGroup value={value}>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          className="menu-item"
          value={option.value}
          lang={option.lang}
          onSelect={() => onChoose(option.value)}
        >
          <span className="menu-mark">
            <DropdownMenu.ItemIndicator>
              <CheckGlyph />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className="menu-item-text">{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
