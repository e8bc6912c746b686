const DEVICES = new Set(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$']);
for (const digit of '123456789¹²³') DEVICES.add(`COM${digit}`).add(`LPT${digit}`);

function isPortableName(name: string): boolean {
  if (name.length === 0 || /^ |[ .]$/.test(name)) return false;
  if (DEVICES.has((name.split('.')[0] ?? '').trimEnd().toUpperCase())) return false;
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length > 255 || bytes.toString('utf8') !== name) return false;
  return [...name].every((character) => !'<>:"|?*\\\ufffd'.includes(character) && !/\p{Control}/u.test(character));
}

/** The portable policy said another way than the source says it, to test the one against the other. */
export function isPortablePath(path: string): boolean {
  return Buffer.byteLength(path, 'utf8') <= 1024 && path.split('/').every(isPortableName);
}
