import { crashSuite } from './crash-suite.js';
import { recoveryScenarios } from './scenarios/recovery-scenarios.js';

crashSuite('recovery', recoveryScenarios);
