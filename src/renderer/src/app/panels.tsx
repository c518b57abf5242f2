import type { PanelContent } from './panel.ts';

/** What the right-hand panel shows for each kind of content. */
export const PanelBody = ({ content }: { readonly content: PanelContent }) => {
  switch (content.kind) {
    case 'call':
    case 'appointment':
    case 'patient':
      return null;
  }
};
