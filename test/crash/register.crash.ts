import { crashSuite } from './crash-suite.js';
import { registerScenarios } from './scenarios/register-scenarios.js';

crashSuite('register', registerScenarios);
