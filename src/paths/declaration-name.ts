/** The file that declares an asset, in the asset's folder. */
export const DECLARATION_NAME = 'asset.json';
