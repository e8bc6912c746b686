import type { MemoryContent } from 'prometeu-packer/memory';
import { chunk, end, idat, ihdr, png, soundPng } from '../sources/png/png-builder.js';
import { fmt, riff, samples, soundWav, wavChunk } from '../sources/wav/wav-builder.js';

/** The uuid of an asset in the small workspace, by its number. */
export const uuidOf = (id: number): string => `0000000${id}-0000-4000-8000-00000000000${id}`;

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The registry of the small workspace, as a value. */
export const smallRegistry = {
  schema_version: 4,
  project_uuid: '99999999-0000-4000-8000-000000000000',
  next_asset_id: 10,
  assets: [
    { asset_id: 1, asset_uuid: uuidOf(1), root: 'hero', included_in_build: true },
    { asset_id: 2, asset_uuid: uuidOf(2), root: 'sounds/jump', included_in_build: true },
    { asset_id: 4, asset_uuid: uuidOf(4), root: 'Ünïcode folder/maps', included_in_build: true },
    { asset_id: 5, asset_uuid: uuidOf(5), root: 'draft', included_in_build: false },
    { asset_id: 7, asset_uuid: uuidOf(7), root: 'colours', included_in_build: true },
    { asset_id: 9, asset_uuid: uuidOf(9), root: 'enemy', included_in_build: true },
  ],
  retired: [{ asset_id: 3, asset_uuid: uuidOf(3) }],
};

/** The declaration of `hero`, as a value. */
export const heroDeclaration = {
  schema_version: 4,
  asset_uuid: uuidOf(1),
  name: 'hero',
  type: 'tile_bank',
  inputs: { walk: ['walk/2.png', 'walk/10.png'], idle: ['idle.png'] },
  output: { format: 'png', codec: 'none', metadata: { tile_size: 16, '10': 'ten', '9': true, title: 'Held "ß"\n' } },
  preload: { enabled: true },
};

/**
 * A sound workspace that has something of everything: roles, inputs in subfolders, preload with and without a slot,
 * metadata, an asset left out, a retired id, undeclared folders, a dot-file, names beyond ASCII.
 */
export function smallWorkspace(): Record<string, MemoryContent> {
  return {
    'assets/.prometeu/index.json': text(smallRegistry),
    'assets/hero/asset.json': text(heroDeclaration),
    'assets/hero/idle.png': soundPng,
    'assets/hero/walk/2.png': png(ihdr(), chunk('tEXt', Buffer.from('Comment\0two')), idat(), end),
    'assets/hero/walk/10.png': png(ihdr({ height: 1 }), idat(Buffer.from([0, 1, 2])), end),
    'assets/hero/.notes': 'not packed',
    'assets/sounds/jump/asset.json': text({
      schema_version: 4,
      asset_uuid: uuidOf(2),
      name: 'jump',
      type: 'sound_bank',
      inputs: { main: ['jump.wav'] },
      output: { format: 'wav', codec: 'none' },
      preload: { enabled: true, slot: 3 },
    }),
    'assets/sounds/jump/jump.wav': soundWav,
    'assets/Ünïcode folder/maps/asset.json': text({
      $schema: 'https://example.org/asset.json',
      schema_version: 4,
      asset_uuid: uuidOf(4),
      name: 'maps',
      type: 'data_bank',
      inputs: { b: ['naïve file.txt'], 'a-1': ['levels/one.bin', 'levels/two.bin'] },
      output: { format: 'raw', codec: 'none', metadata: {} },
      preload: { enabled: false, slot: 3 },
      extensions: { editor: { open: true } },
    }),
    'assets/Ünïcode folder/maps/naïve file.txt': 'text\r\nas it is\n',
    'assets/Ünïcode folder/maps/levels/one.bin': Uint8Array.of(1),
    'assets/Ünïcode folder/maps/levels/two.bin': Uint8Array.from({ length: 33 }, (_, index) => 255 - index),
    'assets/draft/asset.json': text({
      schema_version: 4,
      asset_uuid: uuidOf(5),
      name: 'draft',
      type: 'data_bank',
      inputs: { main: ['draft.txt'] },
      output: { format: 'raw', codec: 'none' },
    }),
    'assets/draft/draft.txt': 'left out',
    'assets/colours/asset.json': text({
      schema_version: 4,
      asset_uuid: uuidOf(7),
      name: 'colours',
      type: 'palette_bank',
      inputs: { main: ['colours.bin'] },
      output: { format: 'raw', codec: 'none' },
      preload: { enabled: true, slot: 65535 },
    }),
    'assets/colours/colours.bin': Uint8Array.from({ length: 16 }, (_, index) => index),
    'assets/enemy/asset.json': text({
      schema_version: 4,
      asset_uuid: uuidOf(9),
      name: 'enemy',
      type: 'tile_bank',
      inputs: { main: ['enemy.png'] },
      output: { format: 'png', codec: 'none' },
      preload: { enabled: true, slot: 0 },
    }),
    'assets/enemy/enemy.png': soundPng,
    'assets/undeclared/long.wav': riff([wavChunk('LIST', Buffer.alloc(3)), fmt(), samples]),
    'assets/undeclared/tiny/one.bin': Uint8Array.of(1),
    'assets/undeclared/tiny/Two.bin': Uint8Array.of(2),
    'assets/undeclared/tiny/10.bin': Uint8Array.of(3),
    'assets/undeclared/tiny/9.bin': Uint8Array.of(4),
    'assets/undeclared/tiny/ä.bin': Uint8Array.of(5),
    'assets/undeclared/tiny/z.bin': Uint8Array.of(6),
    'assets/undeclared/Tiny again/one.bin': 'a text',
    'assets/undeclared/10/b.png': soundPng,
    'assets/undeclared/10/a.png': soundPng,
    'assets/undeclared/9/one.bin': 'another text',
  };
}
