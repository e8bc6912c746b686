import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type Options } from 'prettier';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { shapeOfSchema } from '../schema-lock/shape-of-schema.js';
import { validatorText } from './validator-text.js';

const root = join(import.meta.dirname, '../..');

/** The files of all validators, from the repository's root, with the text that each has to have. */
export async function validatorFiles(): Promise<ReadonlyMap<string, string>> {
  const style = JSON.parse(readFileSync(join(root, 'etc/prettier.json'), 'utf8')) as Options;
  const files = [assetChain, registryChain].flatMap(({ schemas, descriptor: { artifact } }) =>
    [...schemas].map(async ([version, schema]): Promise<[string, string]> => {
      const name = `v${version}`;
      const names = { name, schema: `${artifact}SchemaV${version}`, validator: `${artifact}ValidatorV${version}` };
      const text = validatorText({ ...names, shape: shapeOfSchema(schema()) });
      return [`src/artifacts/${artifact}/versions/${name}.validator.ts`, await format(text, { ...style, parser: 'typescript' })];
    }),
  );
  return new Map(await Promise.all(files));
}
