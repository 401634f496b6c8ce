import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { FailureAlert } from '../parts/Failure';
import { dayText } from '../parts/time';
import { KindField } from './MemberFields';
import { MemberStatusTag } from './MemberStatusTag';
import { type Member, memberQuery } from './queries';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One person of the pool, and what may be done now. */
export function MemberDrawer({ id, onClose }: Props) {
  const { data: member, error } = useQuery({ ...memberQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Drawer title={member?.name} open={id !== undefined} onClose={onClose} size="min(560px, 100vw)">
      {error && <FailureAlert error={error} />}
      {member && id === member.id && (
        <>
          {member.acts.length > 0 && (
            <ActList
              namespace="pool"
              id={member.id}
              version={member.version}
              offers={member.acts}
              propsOf={(act) =>
                act === 'reviseMember'
                  ? { initial: knownOf(member), controls: { kind: <KindField /> } }
                  : { danger: true }
              }
            />
          )}
          <Facts member={member} />
        </>
      )}
    </Drawer>
  );
}

/** Of a registered unit its number alone is said: its name follows from it. */
const knownOf = ({ unit, employer, ...member }: Member) => ({ ...member, ...(unit ? { unit } : { employer }) });

function Facts({ member }: { readonly member: Member }) {
  const { t } = useTranslation('pool');
  const { kind, title, specialties, employer, unit, contract, scope, from, until, withdrawnBecause } = member;
  const lines: (readonly [string, ReactNode])[] = [
    [t('state'), <MemberStatusTag key="state" member={member} />],
    [t('kind-of'), t(`kind.${kind}`)],
    ...(title ? [[t('job-title'), title] as const] : []),
    [t('specialty'), specialties.join('、')],
    [t('employer'), `${employer}${unit ? ` · ${t('registered')}` : ''}`],
    ...(contract ? [[t('contract'), contract] as const] : []),
    ...(scope ? [[t('scope'), scope] as const] : []),
    [t('term'), `${dayText(from)} – ${until ? dayText(until) : t('open-ended')}`],
    ...(withdrawnBecause ? [[t('withdrawn-because'), withdrawnBecause] as const] : []),
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      className="break"
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
