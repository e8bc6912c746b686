import type { CrashDisk, CrashImage } from 'prometeu-packer/testing';
import type { CrashScenario } from './crash-scenario.js';
import type { CrashSubject } from './crash-subject.js';
import type { CrashInvariant, CrashViolation } from './crash-violation.js';
import { carryOut, takeYardstick, type CrashYardstick } from './crash-yardstick.js';
import { differingFiles, isSameBytes, JOURNAL, REGISTRY } from './visible-files.js';
import { judgeImage, type ImageVerdict, type Judgement } from './judge-image.js';

/** What a campaign did. */
export interface CampaignCounts {
  /** Different images that crashes of the change left, each recovered and judged. */
  readonly images: number;
  /** Images that crashes of such a recovery left: different ones at each operation of each recovery, each recovered and judged. */
  readonly nested: number;
}

/** What came of one scenario. */
export interface CampaignResult extends CampaignCounts {
  /** What did not hold. */
  readonly violations: readonly CrashViolation[];
}

/** How thorough a campaign is. */
export interface CampaignOptions {
  /** What is put to the test. */
  readonly subject: CrashSubject;
  /** Most images of each crash of a recovery; none where 0. */
  readonly mostNested: number;
  /** Whether the first violation is enough. */
  readonly stopsEarly: boolean;
}

interface Campaign extends CampaignOptions {
  readonly yardstick: CrashYardstick;
  readonly verdictOf: (disk: CrashDisk, image: CrashImage) => Promise<ImageVerdict>;
  readonly note: (invariant: CrashInvariant, at: CrashViolation['at'], image: CrashImage | null, found: string) => void;
  readonly isOver: () => boolean;
}

/**
 * Crashes a recovery before each of its operations, and once more after it answered.
 *
 * @param mounted - where it runs: what was flushed before stays flushed, what was not may yet be lost.
 */
async function crashRecovery(campaign: Campaign, mounted: CrashDisk, at: number, outcome: ImageVerdict['outcome']): Promise<number> {
  const { yardstick, subject, mostNested, verdictOf, note, isOver } = campaign;
  const isInOrder = !isRegistryEarly(yardstick, mounted.now());
  const isKept = mounted.images({ before: 0, models: ['ordered'] }).next().value?.digest === mounted.now().digest;
  let nested = 0;
  await mounted.run((host) => subject.recover(host));
  const end = mounted.operations();
  for (let operation = 0; operation <= end && !isOver(); operation += 1) {
    for (const image of mounted.images({ before: operation, most: mostNested })) {
      nested += 1;
      const verdict = await verdictOf(mounted, image);
      for (const { invariant, found } of verdict.faults) note(invariant, [at, operation], image, found);
      const mustStay = (isKept || operation === end) && !verdict.isUnresolvable; // what nobody answered for may still be lost with the power
      if (isInOrder && isRegistryEarly(yardstick, image)) note('registry-last', [at, operation], image, 'it changed before the rest');
      if (operation === end && image.files.has(JOURNAL)) note('durable', [at, operation], image, 'the journal comes back');
      if (mustStay && verdict.outcome !== outcome) note('one-flip', [at, operation], image, `${outcome} became ${verdict.outcome}`);
    }
  }
  return nested;
}

function isRegistryEarly({ before, after }: CrashYardstick, { model, files }: CrashImage): boolean {
  if (model !== 'killed') return false; // folders are flushed one by one: only what is seen has an order
  const isChanged = !isSameBytes(before.get(REGISTRY), after.get(REGISTRY)) && isSameBytes(files.get(REGISTRY), after.get(REGISTRY));
  return isChanged && differingFiles(before, after).some((path) => !isSameBytes(files.get(path), after.get(path)));
}

async function crashEverywhere(campaign: Campaign): Promise<CampaignCounts> {
  const { yardstick, subject, mostNested, verdictOf, note, isOver } = campaign;
  const seen = new Set<string>();
  let nested = 0;
  let last: ImageVerdict['outcome'] = 'before';
  let lastDigests = '';
  const disk = yardstick.fresh();
  await carryOut(disk, yardstick, subject);
  const end = disk.operations();
  for (let operation = 0; operation <= end; operation += 1) {
    const images = [...disk.images({ before: operation })];
    const digests = images.map(({ digest }) => digest).join();
    for (const image of images) {
      if (isOver()) return { images: seen.size, nested };
      const verdict = await verdictOf(disk, image);
      const { outcome } = verdict;
      const nests = mostNested > 0 && outcome !== null && verdict.operations > 1;
      const here = (invariant: CrashInvariant, found: string) => note(invariant, [operation, null], image, found);
      if (operation === end && outcome !== 'after') here('durable', `${outcome}`);
      if (operation === end && image.files.has(JOURNAL)) here('durable', 'the journal comes back');
      if (isRegistryEarly(yardstick, image)) here('registry-last', 'it changed before the rest');
      if (image.model === 'killed') {
        if (last === 'after' && outcome === 'before') here('one-flip', 'after became before');
        last = outcome ?? last;
        if (nests && digests !== lastDigests) nested += await crashRecovery(campaign, disk.restart(operation), operation, outcome);
      }
      if (seen.has(image.digest)) continue;
      seen.add(image.digest);
      for (const { invariant, found } of verdict.faults) here(invariant, found);
      if (nests) nested += await crashRecovery(campaign, disk.mount(image), operation, outcome);
    }
    lastDigests = digests;
  }
  return { images: seen.size, nested };
}

/**
 * Crashes a scenario at each of its operations, makes every image of every model, and judges each; then crashes the
 * recovery of each in the same way, and also the recovery on a machine that ran on, where the first process died alone.
 * What recovery makes of an image depends on nothing but the image, so equal ones are judged once.
 */
export async function runCrashScenario(scenario: CrashScenario, options: CampaignOptions): Promise<CampaignResult> {
  const { subject, stopsEarly } = options;
  const violations: CrashViolation[] = [];
  const note: Campaign['note'] = (invariant, at, image, found) =>
    void violations.push({ scenario: scenario.name, invariant, at, model: image?.model ?? null, found });
  const yardstick = await takeYardstick(scenario, subject);
  if (typeof yardstick === 'string') {
    note('run', [null, null], null, yardstick);
    return { images: 0, nested: 0, violations };
  }
  const verdicts = new Map<string, ImageVerdict>();
  const judgement: Judgement = { yardstick, subject, recovered: new Map() };
  const verdictOf: Campaign['verdictOf'] = async (disk, image) => {
    const verdict = verdicts.get(image.digest) ?? (await judgeImage(disk, image, judgement));
    verdicts.set(image.digest, verdict);
    return verdict;
  };
  const isOver = () => stopsEarly && violations.length > 0;
  const counts = await crashEverywhere({ ...options, yardstick, verdictOf, note, isOver });
  return { ...counts, violations };
}
