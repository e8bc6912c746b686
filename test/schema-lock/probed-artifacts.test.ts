import { describe, expect, it } from 'vitest';
import { jsonPointer } from '../../src/codec/json-pointer.js';
import { acceptsFields, cacheCodec, cachePlace } from './cache-shape.js';
import { cacheSample } from './cache-sample.js';
import { cacheFields } from './cache-text.js';
import { currentState } from './current-state.js';
import { judgeSchemaLock } from './judge-schema-lock.js';
import { readLock } from './lock-file.js';
import { placesIn, probePlace, probeStructure, valueAt, withValue, type Accepts } from './probe-structure.js';
import { headerCheck, journalCheck, probedShape, wordsFor, type ProbedCheck } from './probed-artifacts.js';
import { fingerprintOf } from './schema-lock.js';
import type { Json, JsonRecord, Shape } from './shape.js';

type Steps = readonly (string | number)[];

/** Whether all above a place is there to hold it. */
const isAsRound = (value: Json, steps: Steps): boolean => {
  const holder = valueAt(value, steps.slice(0, -1));
  return typeof holder === 'object' && holder !== null && Array.isArray(holder) === (typeof steps.at(-1) === 'number');
};

const has = (value: Json, steps: Steps): boolean => {
  const holder = valueAt(value, steps.slice(0, -1));
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, steps.at(-1) ?? '');
};

/** A check of which one thing is changed: how, and what it takes then. */
function* changesAt(accepts: Accepts, sample: Json, steps: Steps): Generator<readonly [string, Accepts]> {
  const right = valueAt(sample, steps) ?? null;
  const instead = (value: Json): boolean => isAsRound(value, steps) && accepts(withValue(value, steps, right));
  const added = [...steps, 'zz_added'];
  if (typeof steps.at(-1) === 'string') {
    yield ['key removed', (value) => !has(value, steps) && instead(value)];
    yield ['key optional, or required', (value) => (has(value, steps) ? accepts(value) : !accepts(value) && instead(value))];
  }
  if (typeof right === 'object' && right !== null && !Array.isArray(right)) {
    yield ['key added', (value) => has(value, added) && accepts(withValue(value, added, undefined))];
    yield ['unknown keys taken, or refused', (value) => (has(value, added.with(-1, 'zz_unknown')) ? !accepts(value) : accepts(value))];
  }
  yield ['type changed', (value) => valueAt(value, steps) === true && instead(value)];
  if (steps.length > 0)
    yield ['null taken, or refused', (value) => (valueAt(value, steps) === null ? !accepts(value) && instead(value) : accepts(value))];
  if (typeof right === 'string') {
    yield ['value added', (value) => (valueAt(value, steps) === 'zz_added' ? instead(value) : accepts(value))];
    yield [
      'longer texts taken, or refused',
      (value) => {
        const text = valueAt(value, steps);
        return typeof text === 'string' && text.length >= 64 ? !accepts(value) && instead(value) : accepts(value);
      },
    ];
  }
  if (typeof right === 'number') {
    const fits = (value: Json): boolean => accepts(withValue(sample, steps, value));
    const bounds = [-1, 0, 1, 65_535, 65_536, 4_294_967_294, 4_294_967_295, 2 ** 53 - 1, right].filter((bound) => fits(bound));
    for (const bound of [Math.min(...bounds), Math.max(...bounds)])
      yield [`no longer ${bound}`, (value) => valueAt(value, steps) !== bound && accepts(value)];
  }
}

/** A check, a value that it takes, and what is told of each place of that value. */
interface Probe {
  readonly accepts: Accepts;
  readonly sample: Json;
  readonly placeOf: (accepts: Accepts, steps: Steps) => Shape;
}

function probeOf(check: ProbedCheck): Probe {
  const [sample = null] = Object.values(check.samples);
  const words = [...wordsFor(check), 'zz_added'];
  return { accepts: check.accepts, sample, placeOf: (accepts, steps) => probePlace(accepts, sample, steps, words) };
}

const cacheSampleFields = cacheFields(cacheCodec.serialize(cacheSample));
const cacheProbe: Probe = {
  accepts: acceptsFields(cacheCodec),
  sample: cacheSampleFields,
  placeOf: (accepts, steps) => cachePlace(accepts, cacheSampleFields, steps, ['zz_added']),
};

describe.each([
  ['journal', probeOf(journalCheck)],
  ['archive-header', probeOf(headerCheck)],
  ['cache', cacheProbe],
] as const)('the probed shape of %s', (_, { accepts: asIs, sample, placeOf }) => {
  it.each(placesIn(sample).map((steps) => [jsonPointer(steps), steps] as const))('tells every small change at "%s"', (_pointer, steps) => {
    const shape = placeOf(asIs, steps);
    const isByRule = (shape['takes'] as readonly string[]).some((taken) => taken === 'any text' || taken.includes('×'));
    const missed = [...changesAt(asIs, sample, steps)].filter(([change, accepts]) => {
      if (isByRule && change === 'value added') return false; // texts are told apart by length and letters there, not one by one
      return accepts(sample) && fingerprintOf(placeOf(accepts, steps)) === fingerprintOf(shape);
    });
    expect(missed.map(([change]) => change)).toEqual([]);
  });
});

describe.each([
  ['journal', journalCheck],
  ['archive-header', headerCheck],
] as const)('the samples of %s', (_, check) => {
  it('tell nothing where they are no longer taken', () => {
    expect(() => probeStructure(() => false, check.samples, [])).toThrow(/not taken/);
  });

  it('are told the same in another order of keys', () => {
    const turned = (value: Json): Json => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map((item: Json) => turned(item));
      return Object.fromEntries(
        Object.entries(value as JsonRecord)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      );
    };
    const samples = Object.fromEntries(Object.entries(check.samples).map(([name, value]) => [name, turned(value)]));
    expect(fingerprintOf(probedShape({ ...check, samples }))).toBe(fingerprintOf(probedShape(check)));
  });
});

describe('the layout of the archive', () => {
  const lock = readLock();
  const state = currentState();
  const layout = state.surfaces.find(({ surface }) => surface === 'archive-envelope')?.versions[0]?.shape ?? {};
  const judge = (shape: Shape): readonly string[] => {
    const surfaces = state.surfaces
      .filter(({ surface }) => surface === 'archive-envelope')
      .map((entry) => ({ ...entry, versions: entry.versions.map((found) => ({ ...found, shape })) }));
    const versions = { 'archive-envelope': lock.versions['archive-envelope'] ?? {} };
    return judgeSchemaLock({ versions, fixtures: {} }, { surfaces, fixtures: {} }).map(({ problem }) => problem);
  };

  it('is locked to the last number', () => {
    const places = placesIn(layout).filter((steps) => steps.length > 0);
    expect(places.length).toBeGreaterThan(25);
    for (const steps of places) {
      const value = valueAt(layout, steps);
      const other = typeof value === 'number' ? value + 1 : 'other';
      expect(judge(withValue(layout, steps, other) as Shape)).toEqual(['shape-changed']);
      expect(judge(withValue(layout, steps, undefined) as Shape)).toEqual(['shape-changed']);
    }
    expect(judge(withValue(layout, ['layout', 'fields', 'reserved'], { offset: 32, width: 4 }) as Shape)).toEqual(['shape-changed']);
  });
});
