import { UndoOutlined } from '@ant-design/icons';
import { App, Button, Flex, Progress, Typography, theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct';
import { useKeys } from '../parts/useKeys';
import { DECISIONS, givenBy } from './decisions';
import type { Matter } from './queries';
import { dropUnsent, keepUnsent } from './unsent';

export interface Approving {
  readonly matter: Matter;
  /** The version that was on the screen when it was approved. */
  readonly version: number;
}

interface Props {
  readonly approving: Approving;
  readonly onUndo: () => void;
  readonly onSent: () => void;
  readonly onFailure: (error: unknown) => void;
}

const SECONDS = 5;
const TICK = 100;

/** Five seconds in which an approval can be taken back: nothing is sent before, and nothing when the page is left. */
export function UndoBar({ approving: { matter, version }, onUndo, onSent, onFailure }: Props) {
  const { t } = useTranslation(['approvals', 'domain', 'shell']);
  const { message } = App.useApp();
  const { colorBgElevated, boxShadow, colorBorder } = theme.useToken().token;
  const act = DECISIONS[matter.kind].approve;
  const { mutate } = useAct(act, { id: matter.file, version });
  const [left, setLeft] = useState(SECONDS);
  const isSent = left <= 0;

  const latest = useRef({ onSent, onFailure, mutate, message, t });
  useEffect(() => {
    latest.current = { onSent, onFailure, mutate, message, t };
  });
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    const until = Date.now() + SECONDS * 1_000;
    keepUnsent({ title: matter.title, until });
    let isOver = false;
    const end = () => {
      isOver = true;
      clearInterval(timer);
      dropUnsent();
    };
    const timer = setInterval(() => {
      const now = (until - Date.now()) / 1_000;
      setLeft(now);
      if (now > 0) return;
      end();
      const { onSent: sent, onFailure: failed, mutate: send, message: told, t: word } = latest.current;
      send(givenBy(matter), {
        onSuccess: () => {
          void told.success(word('shell:done', { what: word(`domain:act.${act}`) }));
          sent();
        },
        onError: failed,
      });
    }, TICK);
    return () => {
      if (isOver) return;
      end();
      isShown.current = false;
      // Not at once: React may only be putting the bar up anew.
      setTimeout(() => {
        const { message: told, t: word } = latest.current;
        if (!isShown.current) void told.warning(word('undo.not-sent', { what: matter.title }));
      });
    };
  }, [matter, act]);
  useKeys({ Z: () => !isSent && onUndo() });

  return (
    <div
      role="status"
      className="approval-undo no-print"
      style={{ background: colorBgElevated, boxShadow, border: `1px solid ${colorBorder}` }}
    >
      <Flex gap="middle" align="center" wrap>
        <Typography.Text className="break" style={{ flex: 1, minWidth: 180 }}>
          {isSent
            ? t('undo.sending')
            : t('undo.counting', { act: t(`domain:act.${act}`), what: matter.title, seconds: Math.ceil(left) })}
        </Typography.Text>
        <Button icon={<UndoOutlined aria-hidden />} type="primary" disabled={isSent} onClick={onUndo}>
          {t('undo.button')} <kbd>Z</kbd>
        </Button>
      </Flex>
      <Progress percent={Math.max(0, (left / SECONDS) * 100)} showInfo={false} size="small" aria-hidden />
    </div>
  );
}
