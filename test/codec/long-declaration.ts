/**
 * A declaration of version 2 with as many inputs, to be written by hand (`writeByHand`) in a few lines more than that.
 * Each input is a list, so that the way to version 4 changes the version and `preload`, and adds the uuid: three lines.
 */
export function longDeclaration(inputs: number): Record<string, unknown> {
  return {
    schema_version: 2,
    name: 'forest_tiles',
    type: 'tile_bank',
    inputs: {
      main: Array.from({ length: inputs }, (_, index) => `tiles/größe-${String(index).padStart(4, '0')}.png`),
      masks: ['mask.png'],
    },
    output: { format: 'png', codec: 'none' },
    preload: true,
    'x-editor': { zoom: 1.5, grid: [16, 16], recent: ['a', 'b'], notes: 'line\nbreak \u{1f333}' },
  };
}
