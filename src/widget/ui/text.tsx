import { parseMarkdown, type Piece } from '../../shared/markdown.ts';

/** The assistant's small Markdown. */
export function Text({ markdown }: { markdown: string }) {
  return parseMarkdown(markdown).map(({ kind, lines }, index) =>
    kind === 'list' ? (
      <ul key={index}>
        {lines.map((line, item) => (
          <li key={item}>{line.map(Run)}</li>
        ))}
      </ul>
    ) : (
      <p key={index}>
        {lines.map((line, number) => (
          <>
            {number > 0 && <br />}
            {line.map(Run)}
          </>
        ))}
      </p>
    ),
  );
}

function Run({ text, bold, help }: Piece) {
  const content = help === undefined ? text : <a href={help}>{text}</a>;
  return bold ? <strong>{content}</strong> : content;
}
