import { type Paper, type PaperBlock, type PaperTable, SPECIMEN } from '../../../contract/paper.ts';
import './paper.css';

/** A paper as a sheet: what is printed, and what a screen may show of it beforehand. Sizes follow `font-size`. */
export const PaperSheet = ({ paper }: { readonly paper: Paper }) =>
  paper.flow === 'pages' ? <Pages paper={paper} /> : <OnePage paper={paper} />;

const Blocks = ({ paper }: { readonly paper: Paper }) =>
  paper.blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one paper never move.
    <Block key={index} block={block} />
  ));

const OnePage = ({ paper }: { readonly paper: Paper }) => {
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
      <Blocks paper={paper} />
      {paper.foot === null ? null : <footer className="paper-foot">{paper.foot}</footer>}
    </article>
  );
};

/** A printer repeats the head of a table on each page: the one way that browsers have to say on every sheet whose it is. */
const Pages = ({ paper }: { readonly paper: Paper }) => (
  <article className="paper-pages" lang="fr" aria-label={paper.title}>
    <table className="paper-running" role="presentation">
      <thead>
        <tr>
          <td>
            <header className="paper-head">
              <p className="paper-contact">{paper.house.name}</p>
              {paper.specimen ? <strong className="paper-specimen">{SPECIMEN}</strong> : null}
              <h1 className="paper-head-title">{paper.title}</h1>
              <p className="paper-dated">{paper.dated}</p>
            </header>
          </td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td>{paper.foot === null ? null : <footer className="paper-running-foot">{paper.foot}</footer>}</td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td>
            <Blocks paper={paper} />
          </td>
        </tr>
      </tbody>
    </table>
  </article>
);

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
    case 'table':
      return <Table of={block} />;
  }
};

const Table = ({ of }: { readonly of: PaperTable }) => {
  const wide = of.columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="paper-table" data-new-page={of.newPage || undefined}>
      <colgroup>
        {of.columns.map(({ label, share }) => (
          <col key={label} style={{ width: `${(100 * share) / wide}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th colSpan={of.columns.length} className="paper-caption">
            {of.caption}
            {of.note === null ? null : <span>{of.note}</span>}
          </th>
        </tr>
        <tr>
          {of.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.rows.map(({ cells, tone }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one paper never move.
          <tr key={row} data-tone={tone}>
            {tone === 'apart' ? (
              <th colSpan={of.columns.length}>{cells[0]}</th>
            ) : (
              cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do the cells of one line.
                <td key={at} colSpan={at === cells.length - 1 ? of.columns.length - at : 1}>
                  {cell}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
