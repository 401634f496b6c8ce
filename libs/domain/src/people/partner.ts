import { z } from 'zod';

/**
 * 协作部门: the authorities a case is transferred to, and whose contacts answer for them (R-XFER-02 to 07).
 * `judiciary` is 司法机关 other than the police. The database's `account_partner_known` names the same.
 */
export const partnerAuthority = z.enum([
  ...(['police', 'discipline', 'health', 'marketSupervision', 'drugSupervision'] as const),
  ...(['audit', 'judiciary'] as const),
]);
export type PartnerAuthority = z.infer<typeof partnerAuthority>;

/** As documents name them. */
export const PARTNER_NAMES: Readonly<Record<PartnerAuthority, string>> = {
  police: '公安机关',
  discipline: '纪检监察机关',
  health: '卫生健康部门',
  marketSupervision: '市场监督管理部门',
  drugSupervision: '药品监督管理部门',
  audit: '审计机关',
  judiciary: '司法机关',
};
