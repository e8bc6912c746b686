import { crashSuite } from './crash-suite.js';
import { relocateScenarios } from './scenarios/relocate-scenarios.js';

crashSuite('relocate', relocateScenarios);
