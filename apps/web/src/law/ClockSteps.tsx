import type { Schemas } from '@fundguard/client';
import { Timeline, Typography } from 'antd';
import { said } from '../locales';

const COLOURS: Readonly<Record<string, string>> = { provisional: 'orange', unread: 'orange', excluded: 'gray' };

/** Each step of how a limit was counted, with its article. */
export function ClockSteps({ steps }: { readonly steps: readonly Schemas['ClockStep'][] }) {
  return (
    <Timeline
      items={steps.map(({ kind, text, article }) => ({
        key: kind + text.zh,
        color: COLOURS[kind] ?? 'blue',
        content: (
          <span className="break">
            {said(text)}
            {article && (
              <>
                <br />
                <Typography.Text type="secondary">{article}</Typography.Text>
              </>
            )}
          </span>
        ),
      }))}
    />
  );
}
