import type { CampaignMeta } from '../../etc/crash-reporter.js';
import { describe, expect, it } from 'vitest';
import type { CrashScenario } from './crash-scenario.js';
import { realSubject } from './crash-subject.js';
import { runCrashScenario } from './run-crash-scenario.js';

/** Runs the campaign over scenarios, one test each. */
export function crashSuite(name: string, scenarios: readonly CrashScenario[]): void {
  describe(name, () => {
    for (const scenario of scenarios) {
      it(scenario.name, async ({ task }) => {
        const { images, nested, violations } = await runCrashScenario(scenario, {
          subject: realSubject,
          mostNested: 8,
          stopsEarly: false,
        });
        const campaign: CampaignMeta = { images, nested, violations: violations.length };
        Object.assign(task.meta, { campaign });
        expect(violations.slice(0, 5)).toEqual([]);
        expect(images).toBeGreaterThan(0);
      });
    }
  });
}
