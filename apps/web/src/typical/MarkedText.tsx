import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Mark } from './queries';

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A text in which what may not be published is marked, each with what takes its place. */
export function MarkedText({ text, marks }: Props) {
  const { t } = useTranslation('typical');
  const pieces = marks.map(({ kind, start, end, put }, place) => {
    const why = `${t(`mark.${kind}`)}：${put ? t('put', { put }) : t('cut')}`;
    return (
      <span key={start}>
        {text.slice(marks[place - 1]?.end ?? 0, start)}
        <Tooltip title={why}>
          <mark tabIndex={0} aria-label={`${text.slice(start, end)}（${why}）`}>
            {text.slice(start, end)}
          </mark>
        </Tooltip>
      </span>
    );
  });
  return (
    <div className="break" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.8 }}>
      {pieces}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </div>
  );
}
