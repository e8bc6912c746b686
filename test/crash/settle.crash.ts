import { crashSuite } from './crash-suite.js';
import { settleScenarios } from './scenarios/settle-scenarios.js';

crashSuite('settle', settleScenarios);
