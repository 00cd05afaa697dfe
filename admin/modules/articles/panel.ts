import type { ArticleWhole } from '#modules/articles/articles.contract.ts';

/** Each slice of the newsroom has one panel on the page of a text; a panel with nothing to say draws nothing. */
export interface PanelProps {
  article: ArticleWhole;
  /** The text, or where it stands, has changed: the page reads it again. */
  onChange: () => void;
}
