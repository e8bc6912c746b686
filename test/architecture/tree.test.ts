import { describe, expect, it } from 'vitest';
import { cycles } from './cycles.js';
import { docComments } from './doc-comments.js';
import { entrySurfaces } from './entries.js';
import { fileNames } from './file-names.js';
import { foreignCode } from './foreign-code.js';
import { firstOuterFloor, floors, roomOf } from './house.js';
import { layers } from './layers.js';
import { libraryUse } from './libraries.js';
import { moduleState } from './module-state.js';
import { purity } from './purity.js';
import { readSources } from './read-sources.js';
import { shape } from './shape.js';
import { medianLines, size } from './size.js';
import { noThrow } from './throws.js';

const files = readSources('src');

const rules = { layers, cycles, libraryUse, entrySurfaces, purity, moduleState, foreignCode, noThrow, size, shape, docComments, fileNames };

describe('the tree of src/', () => {
  it('is read: every floor below the adapters has files', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect(floors.slice(0, firstOuterFloor).filter((floor) => !floor.some((room) => rooms.has(room)))).toEqual([]);
  });

  it.each(Object.entries(rules))('keeps %s', (_, rule) => {
    expect(rule(files).map(({ rule: name, path, line, found }) => `${path}:${line} ${name}: ${found}`)).toEqual([]);
  });

  it('has a median file under 100 lines', () => {
    expect(medianLines(files)).toBeLessThan(100);
  });
});
