import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from './StateTag';
import { type Span, instantText, shortText, spanTo } from './time';

const SOON_DAYS = 2;

const toneOf = ({ past, days }: Span): Tone => (past ? 'bad' : days < SOON_DAYS ? 'warning' : 'good');

/** A deadline: the instant, how far it is away, and red, amber or green with glyph and word. */
export function DueText({ due }: { readonly due: string }) {
  const { t } = useTranslation();
  const span = spanTo(due);
  const away = t(span.days > 0 ? 'due.days' : 'due.hours', { ...span });
  return (
    <Tooltip title={instantText(due)}>
      <span className="nowrap">
        {shortText(due)} <StateTag tone={toneOf(span)}>{t(span.past ? 'due.past' : 'due.left', { away })}</StateTag>
      </span>
    </Tooltip>
  );
}
