import type { Schemas } from '@fundguard/client';

/** A sheet of paper in the look of an official document (GB/T 9704). Always Chinese, always dark on white. */
export function OfficialSheet({ text }: { readonly text: Schemas['CaseDocument']['text'] }) {
  return (
    <article className="official" lang="zh-CN" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="official-number">{text.number}</p>
      <p className="official-addressee">{text.addressee}</p>
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="official-end">{text.signature}</p>
      <p className="official-end">{text.date}</p>
    </article>
  );
}
