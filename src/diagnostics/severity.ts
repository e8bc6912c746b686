/** How bad a finding is. Only an error blocks. */
export type Severity = 'error' | 'warning' | 'info';
