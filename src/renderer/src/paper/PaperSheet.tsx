import { type Paper, type PaperBlock, SPECIMEN } from '../../../contract/paper.ts';
import './paper.css';

/** A paper as a sheet: what is printed, and what a screen may show of it beforehand. Sizes follow `font-size`. */
export const PaperSheet = ({ paper }: { readonly paper: Paper }) => {
  const { house } = paper;
  const contact = [house.address, house.phone].filter((part) => part !== null).join('\u2002·\u2002');
  return (
    <article className="paper-sheet" lang="fr" aria-label={paper.title}>
      <header className="paper-house">
        <p className="paper-house-name">{house.name}</p>
        {paper.specimen ? <strong className="paper-specimen">{SPECIMEN}</strong> : null}
        {contact === '' ? null : <p className="paper-contact">{contact}</p>}
      </header>
      <div className="paper-title">
        <h1 className="paper-name">{paper.title}</h1>
        <p className="paper-dated">{paper.dated}</p>
      </div>
      {paper.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one paper never move.
        <Block key={index} block={block} />
      ))}
      {paper.foot === null ? null : <footer className="paper-foot">{paper.foot}</footer>}
    </article>
  );
};

const Block = ({ block }: { readonly block: PaperBlock }) => {
  switch (block.kind) {
    case 'heading':
      return <h2 className="paper-heading">{block.text}</h2>;
    case 'paragraph':
      return <p className={`paper-${block.tone}`}>{block.text}</p>;
    case 'facts':
      return (
        <dl className="paper-facts">
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'steps':
      return (
        <ul className="paper-steps">
          {block.items.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b>
              {text}
            </li>
          ))}
        </ul>
      );
    case 'signature':
      return (
        <div className="paper-signature">
          <p className="paper-signature-label">{block.label}</p>
          <div className="paper-signature-box" />
        </div>
      );
  }
};
