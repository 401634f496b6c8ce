import { type PackageReport, verifyPackage } from '@fundguard/casework';
import { PACKAGE_FAULTS, type PackageFault, Refusal } from '@fundguard/domain';
import { Unmet } from '../../../scripts/say.mjs';

/** Proves a case package from its file alone, and names the first thing in it that was altered. */
export async function verifyPackageFile(file: string, json: boolean): Promise<number> {
  const report = await verifyPackage(file).catch((error: unknown) => {
    throw error instanceof Refusal ? new Unmet(`${file}: ${error.text.zh} · ${error.text.en}`) : error;
  });
  if (json) console.log(JSON.stringify(asLine(report)));
  else console.log(inWords(report));
  return report.fault ? 1 : 0;
}

const asLine = ({ manifest, fault, ...counts }: PackageReport) => ({
  ...{ ok: fault === undefined, case: manifest.case.number, head: manifest.record.head, ...counts },
  ...(fault ? { fault } : {}),
});

function inWords({ manifest, events, exhibits, files, bytes, fault }: PackageReport): string {
  const { number } = manifest.case;
  if (fault)
    return `✕ ${number} ${placeOf(fault, 'zh')}：${PACKAGE_FAULTS[fault.kind].zh} · ${placeOf(fault, 'en')}: ${PACKAGE_FAULTS[fault.kind].en} (${fault.kind})`;
  return [
    `${number} 卷包属实 ✓ · the package is what it says`,
    `  记录 · events ${events}  证据 · exhibits ${exhibits}  文件 · files ${files}  ${bytes.toLocaleString('en')} bytes`,
    `  导出 · exported ${manifest.exportedAt} ${manifest.exportedBy.name}`,
    `  记录链末端 · head of the record ${manifest.record.head}`,
  ].join('\n');
}

const placeOf = ({ event, path }: PackageFault, language: 'zh' | 'en'): string =>
  [
    ...(event === undefined ? [] : [language === 'zh' ? `第 ${event} 条记录` : `event ${event}`]),
    ...(path === undefined ? [] : [path]),
  ].join(language === 'zh' ? '，' : ', ');
