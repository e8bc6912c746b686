/** The eight bytes that begin a PNG (PNG specification, section 5.2), a character a byte. */
export const PNG_SIGNATURE = '\u0089PNG\r\n\u001a\n';
