import { Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import type { EntryContent, Visit } from './offline/store';
import type { Recording } from './offline/use-offline';
import { SignaturePad } from './SignaturePad';

type Signature = Extract<EntryContent, { kind: 'signature' }>;

interface Signer {
  readonly as: Signature['as'];
  readonly name: string;
  readonly account?: string;
}

/** 签名: the inspectors, the unit, a witness. Whatever is recorded afterwards asks for all of them again. */
export function Signatures({ visit, recording }: { readonly visit: Visit; readonly recording: Recording }) {
  const { t } = useTranslation('visits');
  const [signer, setSigner] = useState<Signer>();
  const [person, setPerson] = useState('');
  const [witness, setWitness] = useState('');
  const [refusal, setRefusal] = useState('');
  const last = recording.entries.findLastIndex(({ content }) => content.kind !== 'signature');
  const signed = recording.entries
    .slice(last + 1)
    .flatMap(({ content }) => (content.kind === 'signature' ? [content] : []));
  const isSigned = (as: Signature['as'], account?: string) =>
    signed.some((each) => each.as === as && (account === undefined || each.account === account));
  const keep = async (picture: Blob) => {
    if (!signer) return;
    setSigner(undefined);
    // The file first, the signature after it; nothing that is recorded stands between them.
    const sha256 = await recording.file(picture, `${signer.name}.png`);
    await recording.record({ kind: 'signature', ...signer, sha256 });
  };
  return (
    <Card size="small" title={t('sign.title')}>
      <Flex vertical gap="small">
        {visit.team.map(({ account, name }) => (
          <SignLine
            key={account}
            isSigned={isSigned('inspector', account)}
            onSign={() => setSigner({ as: 'inspector', name, account })}
          >
            {t('sign.inspector', { name })}
          </SignLine>
        ))}
        <Input
          aria-label={t('sign.person')}
          placeholder={t('sign.person')}
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        />
        <SignLine
          isSigned={isSigned('unit')}
          isOff={person.trim() === ''}
          onSign={() => setSigner({ as: 'unit', name: person.trim() })}
        >
          {t('sign.unit')}
        </SignLine>
        <Input
          aria-label={t('sign.refusal')}
          placeholder={t('sign.refusal')}
          value={refusal}
          onChange={({ target }) => setRefusal(target.value)}
        />
        <Button
          disabled={person.trim() === '' || refusal.trim() === '' || isSigned('unit')}
          onClick={() =>
            void recording.record({ kind: 'signature', as: 'unit', name: person.trim(), refusal: refusal.trim() })
          }
        >
          {t('sign.refuse')}
        </Button>
        <Input
          aria-label={t('sign.witness-name')}
          placeholder={t('sign.witness-name')}
          value={witness}
          onChange={({ target }) => setWitness(target.value)}
        />
        <SignLine
          isSigned={isSigned('witness')}
          isOff={witness.trim() === ''}
          onSign={() => setSigner({ as: 'witness', name: witness.trim() })}
        >
          {t('sign.witness')}
        </SignLine>
      </Flex>
      <SignaturePad
        who={signer?.name}
        onSigned={(picture) => void keep(picture)}
        onClose={() => setSigner(undefined)}
      />
    </Card>
  );
}

interface LineProps {
  readonly isSigned: boolean;
  readonly isOff?: boolean;
  readonly onSign: () => void;
  readonly children: string;
}

function SignLine({ isSigned, isOff = false, onSign, children }: LineProps) {
  const { t } = useTranslation('visits');
  return (
    <Flex gap="small" align="center" justify="space-between">
      <Button block disabled={isOff} onClick={onSign}>
        {children}
      </Button>
      <StateTag tone={isSigned ? 'good' : 'quiet'}>{t(isSigned ? 'sign.is' : 'sign.is-not')}</StateTag>
    </Flex>
  );
}
