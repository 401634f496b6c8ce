import { type Addressee, toAccount, toRole } from '../addressee.js';
import type { Bilingual } from '../text.js';
import { placesLeft } from './acts.js';
import type { TypicalCase } from './typical.js';

interface Notice {
  readonly to: readonly Addressee[];
  readonly subject: Bilingual;
}

/** Who is told what of a typical case. Its title is told only from where somebody has held it against the rules. */
export function typicalNotices(typical: TypicalCase, kind: string): readonly Notice[] {
  const { title, draftedBy, region, publications, withdrawal } = typical;
  const author = toAccount(draftedBy);
  switch (kind) {
    case 'typicalCaseSubmitted':
      return [
        {
          to: [toRole('leader', region)],
          subject: { zh: `典型案例“${title}”请审核`, en: `Typical case “${title}” asks for your approval` },
        },
      ];
    case 'typicalCaseApproved':
      return [
        { to: [author], subject: { zh: `典型案例“${title}”已审核通过`, en: `Typical case “${title}” was approved` } },
      ];
    case 'typicalCaseReturned':
      return [{ to: [author], subject: { zh: '典型案例被退回修改', en: 'A typical case was returned to its author' } }];
    case 'typicalCaseWithdrawn': {
      const places = placesLeft(typical);
      const by = withdrawal?.takeDownBy ?? '';
      const publishers = publications.filter(({ takenDownOn }) => !takenDownOn).map((each) => toAccount(each.by));
      return [
        {
          to: [...new Set([author, toRole('coordinator', region), ...publishers])],
          subject:
            places.length === 0
              ? { zh: '典型案例已撤回，尚未发布', en: 'A typical case was withdrawn; it was not published' }
              : {
                  zh: `典型案例“${title}”已撤回，请于 ${by} 前下架：${places.join('；')}`,
                  en: `Typical case “${title}” was withdrawn; take it down by ${by}: ${places.join('; ')}`,
                },
        },
      ];
    }
    default:
      return [];
  }
}
