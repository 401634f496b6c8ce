import type { Schemas } from '@fundguard/client';
import { CheckOutlined, CloseOutlined, RollbackOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Tooltip, theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import type { ActName } from '../acts/schema';
import { useKeys } from '../parts/useKeys';
import { DECISIONS, givenBy, needsForm } from './decisions';
import type { Matter } from './queries';
import { ReasonInput } from './ReasonInput';
import { whyNot } from '../acts/why-not';
import type { Approving } from './UndoBar';

interface Props {
  readonly matter: Matter;
  readonly acts: readonly Schemas['Offer'][];
  readonly version: number;
  readonly isBusy: boolean;
  readonly onApprove: (approving: Approving) => void;
  readonly onDone: () => void;
}

/** Approve, send back, turn down. What needs words asks for them here, above the buttons. */
export function Decide({ matter, acts, version, isBusy, onApprove, onDone }: Props) {
  const { t } = useTranslation(['approvals', 'domain']);
  const { colorBgLayout } = theme.useToken().token;
  const [form, setForm] = useState<ActName>();
  const { approve, back, refuse } = DECISIONS[matter.kind];
  const withheldOf = (act: ActName): string | undefined => {
    if (matter.own) return t('own.long');
    if (isBusy) return t('undo.busy');
    return whyNot(acts.find((each) => each.act === act)?.withheld);
  };
  const ask = (act: ActName) => withheldOf(act) === undefined && setForm(act);
  const press = () => {
    if (withheldOf(approve) !== undefined) return;
    if (needsForm(matter)) setForm(approve);
    else onApprove({ matter, version });
  };
  useKeys({ A: press, R: () => back && ask(back) });

  return (
    <div className="approvals-acts no-print" style={{ background: colorBgLayout }}>
      {matter.own && <Alert type="info" showIcon title={t('own.long')} style={{ marginBlockEnd: 8 }} />}
      {form && (
        <InPlace act={form} onClose={() => setForm(undefined)}>
          <ActForm
            act={form}
            id={matter.file}
            version={version}
            fixed={givenBy(matter)}
            controls={{ reason: <ReasonInput kind={matter.kind} /> }}
            onDone={onDone}
          />
        </InPlace>
      )}
      {!form && (
        <Flex gap="small" wrap>
          <Choice act={approve} keyName="A" withheld={withheldOf(approve)} onPress={press} isMain />
          {back && <Choice act={back} keyName="R" withheld={withheldOf(back)} onPress={() => ask(back)} />}
          {refuse && <Choice act={refuse} withheld={withheldOf(refuse)} onPress={() => ask(refuse)} isDanger />}
        </Flex>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly act: ActName;
  readonly keyName?: string;
  readonly withheld: string | undefined;
  readonly onPress: () => void;
  readonly isMain?: boolean;
  readonly isDanger?: boolean;
}

function Choice({ act, keyName, withheld, onPress, isMain = false, isDanger = false }: ChoiceProps) {
  const { t } = useTranslation('domain');
  return (
    <Tooltip title={withheld}>
      <Button
        size="large"
        type={isMain ? 'primary' : 'default'}
        danger={isDanger}
        icon={
          isMain ? (
            <CheckOutlined aria-hidden />
          ) : isDanger ? (
            <CloseOutlined aria-hidden />
          ) : (
            <RollbackOutlined aria-hidden />
          )
        }
        disabled={withheld !== undefined}
        onClick={onPress}
      >
        {t(`act.${act}`)} {keyName && <kbd>{keyName}</kbd>}
      </Button>
    </Tooltip>
  );
}

interface InPlaceProps {
  readonly act: ActName;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** The form stands where the buttons were, with the cursor in its first field; Escape puts it away. */
function InPlace({ act, onClose, children }: InPlaceProps) {
  const { t } = useTranslation(['domain', 'shell']);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [act]);
  return (
    <div ref={box} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <Card
        size="small"
        title={t(`act.${act}`)}
        extra={
          <Button size="small" onClick={onClose}>
            {t('shell:cancel')} <kbd>Esc</kbd>
          </Button>
        }
      >
        {children}
      </Card>
    </div>
  );
}
