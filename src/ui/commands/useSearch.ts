import { useState } from 'react';
import type { SearchBoxProps } from './SearchBox';

/** What is typed into a search box, and which line of the answer is chosen: the first one after each change. */
export function useSearch(): Pick<SearchBoxProps, 'query' | 'onQuery' | 'active' | 'onActive'> {
  const [query, setQuery] = useState('');
  const [active, onActive] = useState(0);
  const onQuery = (text: string): void => {
    setQuery(text);
    onActive(0);
  };
  return { query, onQuery, active, onActive };
}
