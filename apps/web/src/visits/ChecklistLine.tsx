import { CameraOutlined } from '@ant-design/icons';
import { App, Button, Card, Checkbox, Flex, Input, Radio, Select, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../acts/MoneyInput';
import { said } from '../locales';
import type { Visit } from './offline/store';
import type { Recording } from './offline/use-offline';
import { PhotoStrip } from './PhotoStrip';
import { placeNow } from './place';
import type { Answer, Entry } from './standing';

const RESULTS = ['conforms', 'problem', 'notApplicable'] as const;
const HANDLINGS = ['pointedOut', 'demanded', 'correctedOnSpot'] as const;

interface Props {
  readonly line: Visit['content']['lines'][number];
  readonly standing: (Entry & { readonly content: Answer }) | undefined;
  readonly recording: Recording;
}

/** One question: three big buttons; a problem opens its note, amount, what was done at once, and photos. */
export function ChecklistLine({ line, standing, recording }: Props) {
  const { t } = useTranslation('visits');
  const [result, setResult] = useState(standing?.content.result);
  const answer = (content: Omit<Answer, 'kind' | 'line' | 'base'>) =>
    void recording.record({ kind: 'answer', line: line.id, ...content, ...(standing ? { base: standing.id } : {}) });
  const choose = (chosen: Answer['result']) => {
    setResult(chosen);
    if (chosen !== 'problem' && chosen !== standing?.content.result) answer({ result: chosen });
  };
  const photos = recording.entries.filter(({ content }) => content.kind === 'photo' && content.line === line.id);
  return (
    <Card size="small" style={{ marginBlockEnd: 8 }} role="group" aria-label={said(line.ask)}>
      <Typography.Paragraph style={{ marginBlockEnd: 8 }}>
        {said(line.ask)}
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
          {line.basis}
        </Typography.Text>
      </Typography.Paragraph>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        value={result}
        aria-label={said(line.ask)}
        onChange={({ target }) => choose(target.value as Answer['result'])}
        options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
      />
      {result === 'problem' && <Found line={line} before={standing?.content} onSaved={answer} />}
      {result === 'problem' && <Photo line={line.id} recording={recording} />}
      <PhotoStrip photos={photos} tasks={recording.tasks} />
    </Card>
  );
}

interface FoundProps {
  readonly line: Props['line'];
  readonly before: Answer | undefined;
  readonly onSaved: (answer: Omit<Answer, 'kind' | 'line' | 'base'>) => void;
}

function Found({ line, before, onSaved }: FoundProps) {
  const { t } = useTranslation('visits');
  const [note, setNote] = useState(before?.note ?? '');
  const [amount, setAmount] = useState(before?.amount);
  const [handling, setHandling] = useState(before?.handling);
  return (
    <Flex vertical gap="small" style={{ marginBlockStart: 8 }}>
      <Input.TextArea
        aria-label={t('note')}
        placeholder={t('note')}
        autoSize={{ minRows: 2 }}
        maxLength={5_000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {line.asksAmount && (
        <label>
          {t('amount')}
          <MoneyInput {...(amount ? { value: amount } : {})} onChange={setAmount} />
        </label>
      )}
      <Select
        aria-label={t('handling.title')}
        placeholder={t('handling.title')}
        allowClear
        {...(handling ? { value: handling } : {})}
        onChange={(chosen: Answer['handling']) => setHandling(chosen)}
        options={HANDLINGS.map((value) => ({ value, label: t(`handling.${value}`) }))}
      />
      <Button
        type="primary"
        disabled={note.trim() === ''}
        onClick={() =>
          onSaved({
            result: 'problem',
            note: note.trim(),
            ...(amount ? { amount } : {}),
            ...(handling ? { handling } : {}),
          })
        }
      >
        {t('save-problem')}
      </Button>
    </Flex>
  );
}

const PICTURES = ['image/jpeg', 'image/png'];
const LARGEST = 15_000_000;

/** 拍照: hashed on the phone; its position only where the inspector says so. */
function Photo({ line, recording }: { readonly line: string; readonly recording: Recording }) {
  const { t } = useTranslation('visits');
  const { message } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const [withPlace, setWithPlace] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (!PICTURES.includes(file.type) || file.size > LARGEST) return void message.error(t('photo.unfit'));
    const takenAt = new Date().toISOString();
    const sha256 = await recording.file(file, file.name);
    const position = withPlace ? await placeNow() : undefined;
    const name = file.name || t('photo.take');
    await recording.record({ kind: 'photo', line, sha256, name, takenAt, ...(position ? { position } : {}) });
  };
  return (
    <Flex wrap gap="small" align="center" style={{ marginBlockStart: 8 }}>
      <input
        ref={chooser}
        type="file"
        accept={PICTURES.join()}
        capture="environment"
        hidden
        aria-label={t('photo.take')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button icon={<CameraOutlined />} onClick={() => chooser.current?.click()}>
        {t('photo.take')}
      </Button>
      <Checkbox checked={withPlace} onChange={({ target }) => setWithPlace(target.checked)}>
        {t('photo.with-place')}
      </Checkbox>
    </Flex>
  );
}
