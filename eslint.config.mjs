import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** What a package says it depends on. Apps and tests may import that, and nothing that npm happens to have hoisted. */
function declared(folder) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies });
}

/** An exact name, or a prefix that ends in `/` or `:`. */
const asPattern = (name) => name.replaceAll('.', '\\.') + (/[/:]$/.test(name) ? '' : '$');

/**
 * Flat config does not merge a rule's options: each folder has the whole of its import law in one entry, and a later
 * entry for some of its files replaces it.
 */
const mayImport = (files, allowed, ...more) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!${['\\.', ...allowed.map(asPattern)].join('|')})`,
            message: `${files[0]} may import ${brief(allowed)}.`,
          },
          { regex: '(^|/)(dist|src)/', message: 'A package is entered by its exports.' },
          ...more,
        ],
      },
    ],
  },
});

const brief = (names) => (names.length > 8 ? 'what its package.json declares' : names.join(', '));

const TESTS = ['**/*.test.ts', '**/test-*.ts'];
const TESTING = ['@jest/globals', 'fast-check', 'pg'];

/** A package's law, and the same law for its tests with what tests need. */
const law = (folder, allowed, ...more) => [
  mayImport([`${folder}/src/**`], allowed, ...more),
  mayImport(
    TESTS.map((files) => `${folder}/src/${files}`),
    [...allowed, ...TESTING],
  ),
];

const DOMAIN = '@fundguard/domain';
const MESSAGES = '@fundguard/workflows/messages';
const TYPES_ONLY = {
  group: [DOMAIN],
  allowTypeImports: true,
  message: 'Types only: what a workflow computes must not change under a running case.',
};

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in libs/config and handed on.',
};
const CLOCK = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  'NewExpression[callee.name="Date"][arguments.length=0]',
].map((selector) => ({ selector, message: 'Time is a port: take it from the platform’s clock.' }));
const forbid = (files, selectors, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...selectors] },
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-types/**', '**/generated/**', '.cache/**', '.data/**', 'coverage/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  { files: ['**/*.{mjs,js}'], extends: [tseslint.configs.recommended] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },

  ...law('libs/domain', ['zod', '@js-joda/core', 'node:crypto']),
  ...law('workflows', ['@temporalio/workflow', '@temporalio/common', DOMAIN], TYPES_ONLY),
  ...law('libs/persistence', [DOMAIN, 'typeorm', 'pg', 'reflect-metadata', 'node:']),
  ...law('libs/casework', [DOMAIN, '@fundguard/persistence', '@fundguard/documents', 'zod', 'node:']),
  ...law('libs/documents', [
    DOMAIN,
    'csv-parse',
    'docx',
    'exceljs',
    'iconv-lite',
    'jszip',
    'saxes',
    'yauzl',
    'zip-stream',
    'node:',
  ]),
  ...law('libs/relay', [DOMAIN, '@fundguard/persistence', MESSAGES, '@temporalio/client']),
  ...law('libs/notifications', [DOMAIN, '@fundguard/persistence', 'nodemailer', 'node:']),
  ...law('libs/rulebook', [DOMAIN, 'zod', 'yaml', 'node:']),
  ...law('libs/config', ['zod', 'node:']),
  ...law('libs/client', ['openapi-fetch']),
  ...law(
    'apps/api',
    declared('apps/api')
      .filter((name) => name !== '@fundguard/workflows')
      .concat(MESSAGES, 'node:'),
  ),
  ...law('apps/worker', [...declared('apps/worker'), MESSAGES, 'node:']),
  ...law('apps/cli', [...declared('apps/cli'), 'node:']),
  ...law('apps/web', [...declared('apps/web'), 'react-dom/', 'antd/locale/', 'dayjs/', 'echarts/']),
  mayImport(['test/**'], [...declared('test'), ...TESTING, MESSAGES, '@temporalio/common/lib/proto-utils.js', 'node:']),
  mayImport(['bench/**'], [...declared('bench'), ...TESTING, MESSAGES, 'node:']),
  mayImport(['scripts/**'], ['node:']),

  forbid(['apps/**/*.ts'], [ENVIRONMENT], ['apps/*/src/main.ts', ...TESTS]),
  forbid(['libs/relay/**/*.ts', 'libs/client/**/*.ts'], [ENVIRONMENT], TESTS),
  forbid(
    ['libs/{domain,persistence,casework,notifications,rulebook}/src/**', 'apps/api/src/**', 'workflows/src/**'],
    [ENVIRONMENT, ...CLOCK],
    // The composition root makes the clock; `follow` is the workflows' own.
    ['apps/api/src/main.ts', 'workflows/src/follow.ts', ...TESTS],
  ),
  {
    files: ['workflows/src/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'process',
        'fetch',
        'crypto',
        'performance',
        'console',
        'Temporal',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A workflow decides nothing by chance.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['test', 'it', 'describe'].map((object) => ({
          object,
          property: 'only',
          message: 'It would hide every other test.',
        })),
      ],
    },
  },
);
