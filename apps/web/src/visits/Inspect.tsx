import { Alert, App, Button, Card, Checkbox, Collapse, Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { ChecklistLine } from './ChecklistLine';
import { CountForm, InquiryForm, SampleForm } from './Extras';
import type { Visit } from './offline/store';
import { useRecording } from './offline/use-offline';
import { Signatures } from './Signatures';
import { standingAnswers } from './standing';
import { Troubles } from './Troubles';

/** 现场检查, step by step, on a phone: pledge, arrive, ask line by line, sign, finish. Nothing here needs a connection. */
export function Inspect({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const recording = useRecording(visit);
  const { status, hasPledged, act, tasks } = recording;
  const standing = standingAnswers(recording.entries);
  const { lines, groups } = visit.content;
  const open = lines.filter(({ id }) => !standing.has(id)).length;
  return (
    <div className="inspect">
      <Troubles tasks={tasks} visit={visit} recording={recording} />
      {!hasPledged && <Pledge onPledged={(body) => void act('pledges', body)} />}
      {hasPledged && (status === 'planned' || status === 'noticed') && (
        <Button
          block
          type="primary"
          size="large"
          onClick={() => void act('arrival', { arrivedAt: new Date().toISOString() })}
        >
          {t('arrive')}
        </Button>
      )}
      {status === 'arrived' && (
        <>
          <Typography.Paragraph role="status">
            {t('open-lines', { count: open, all: lines.length })}
          </Typography.Paragraph>
          {groups.map((group) => {
            const asked = lines.filter((line) => line.group === group.id);
            return (
              asked.length > 0 && (
                <section key={group.id} aria-label={said(group.name)}>
                  <Typography.Title level={2} style={{ fontSize: 16 }}>
                    {said(group.name)}
                  </Typography.Title>
                  {asked.map((line) => (
                    <ChecklistLine
                      key={`${line.id} ${standing.get(line.id)?.id ?? ''}`}
                      line={line}
                      standing={standing.get(line.id)}
                      recording={recording}
                    />
                  ))}
                </section>
              )
            );
          })}
          <Collapse
            style={{ marginBlock: 16 }}
            items={[
              { key: 'count', label: t('count.title'), children: <CountForm recording={recording} /> },
              { key: 'sample', label: t('sample.title'), children: <SampleForm recording={recording} /> },
              {
                key: 'inquiry',
                label: t('inquiry.title'),
                children: <InquiryForm recording={recording} visit={visit} />,
              },
            ]}
          />
          <Signatures visit={visit} recording={recording} />
          <Finish isReady={open === 0} onFinish={(report) => void act('finish', { report })} />
        </>
      )}
      {status === 'finished' && <Alert type="success" showIcon title={t('finish-waits')} />}
    </div>
  );
}

function Pledge({ onPledged }: { readonly onPledged: (body: object) => void }) {
  const { t } = useTranslation('visits');
  const [discipline, setDiscipline] = useState(false);
  const [conflict, setConflict] = useState(false);
  const [note, setNote] = useState('');
  return (
    <Card size="small" title={t('pledge.title')} style={{ marginBlockEnd: 16 }}>
      <Flex vertical gap="small">
        <Checkbox checked={discipline} onChange={({ target }) => setDiscipline(target.checked)}>
          {t('pledge.discipline')}
        </Checkbox>
        <Checkbox checked={conflict} onChange={({ target }) => setConflict(target.checked)}>
          {t('pledge.conflict')}
        </Checkbox>
        {conflict && (
          <Input
            aria-label={t('pledge.note')}
            placeholder={t('pledge.note')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
        <Button
          type="primary"
          block
          disabled={!discipline || (conflict && note.trim() === '')}
          onClick={() => onPledged({ discipline, conflict, ...(conflict ? { note } : {}) })}
        >
          {t('pledge.send')}
        </Button>
      </Flex>
    </Card>
  );
}

function Finish({ isReady, onFinish }: { readonly isReady: boolean; readonly onFinish: (report: string) => void }) {
  const { t } = useTranslation('visits');
  const { modal } = App.useApp();
  const [report, setReport] = useState('');
  const sure = () => void modal.confirm({ title: t('finish.sure'), onOk: () => onFinish(report.trim()) });
  return (
    <Card size="small" title={t('finish.title')} style={{ marginBlockStart: 16 }}>
      <Input.TextArea
        aria-label={t('finish.report')}
        placeholder={t('finish.report')}
        autoSize={{ minRows: 3 }}
        maxLength={20_000}
        value={report}
        onChange={({ target }) => setReport(target.value)}
      />
      <Button
        block
        type="primary"
        size="large"
        disabled={!isReady || report.trim() === ''}
        onClick={sure}
        style={{ marginBlockStart: 8 }}
      >
        {t('finish.send')}
      </Button>
    </Card>
  );
}
