import * as packer from 'prometeu-packer';
import * as report from 'prometeu-packer/report';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { guidePage } from './page-examples.js';
import { pageSection, pageTable } from './page-table.js';

const page = guidePage('docs/library.md');
const quoted = (cell = ''): readonly string[] => [...cell.matchAll(/`([A-Za-z]+)`/g)].map(([, name = '']) => name);
const isFunction = (module: object, name: string): boolean => typeof (module as Readonly<Record<string, unknown>>)[name] === 'function';

/** Functions of the entry that are no operation on a workspace: helpers of ports, paths, policies, plans and editors. */
const helpers = [
  'applyPolicy archiveRegions baselineOf checkConsent checkDescriptor collisionKey compareStrings countDiagnostics',
  'describeMigrations describeThrown diagnosePath diagnosePortError diagnoseStudio evidenceText fileOf',
  'fixChoicesOf formatLockOwner guardOperation hasErrors identityChoicesOf isInside isPosition isProtectedCode isProvenDead',
  'isStagedName joinPath nameOf overlayReadPort parentOf parseEvidence parseLockOwner parsePolicy parseWorkspacePath',
  'portFailure quote readDocument representableIn severityOf stagedName stalePlan workspaceVerdict',
].flatMap((line) => line.split(' '));

describe('docs/library.md', () => {
  it('has a row for each operation of the entry', () => {
    const told = pageTable(page.text, 'Operations').flatMap(([cell]) => quoted(cell));
    const functions = Object.keys(packer).filter((name) => isFunction(packer, name));
    expect([...told, ...helpers].sort()).toEqual(functions.sort());
  });

  it('names functions that there are', () => {
    expect(
      quoted(pageSection(page.text, 'Results')).filter(
        (name) =>
          /^(plan|apply|build|read|verify|doctor|support|explain)/.test(name) && !isFunction(packer, name) && !isFunction(report, name),
      ),
    ).toEqual([]);
    const shown =
      pageSection(page.text, 'Diagnostics')
        .split('\n')
        .find((line) => line.startsWith('`prometeu-packer/report`')) ?? '';
    expect(quoted(shown).length).toBeGreaterThan(6);
    expect(quoted(shown).filter((name) => !isFunction(report, name))).toEqual([]);
  });

  it('has a row for each field of a finding', async () => {
    const host = createMemoryWorkspace({ 'assets/day/asset.json': '{ "schema_version": 99 }' });
    const examined = await packer.doctor(host);
    const found = examined.isOk() ? examined.value.diagnostics.find(({ code }) => code === 'VERSION_TOO_NEW') : undefined;
    const told = pageTable(page.text, 'Diagnostics').flatMap(([cell]) => quoted(cell));
    expect(told.sort()).toEqual(Object.keys(found ?? {}).sort());
  });
});
