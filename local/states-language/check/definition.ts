/** The checks of a definition: this refuses what Step Functions would refuse. */

import type { StateMachine } from '../definition.ts';
import { checkFields, checkState, parts } from './fields.ts';
import { checkGraph } from './graph.ts';
import { type Complain, type Fields, isFields } from './problem.ts';
import { checkInside } from './state.ts';
import * as is from './values.ts';
import { assignedIn } from './variables.ts';

/** What stays the same for all graphs of a definition. */
interface Survey {
  /** The language of states that name none. */
  readonly language: unknown;
  /** Where each state name was seen. Names are unique in a whole machine. */
  readonly names: Map<string, string>;
  readonly complain: Complain;
}

/**
 * Everything that is wrong with a definition, as CreateStateMachine lists it. Empty when the definition can run here.
 */
export function problemsOf(definition: unknown): readonly string[] {
  const problems: string[] = [];
  const complain: Complain = (code, message, at) => problems.push(`${code}: ${message} at ${at || '/'}`);
  if (!isFields(definition)) {
    complain('SCHEMA_VALIDATION_FAILED', 'A definition is a JSON object', '');
    return problems;
  }
  const language = definition['QueryLanguage'] ?? 'JSONPath';
  checkFields(definition, parts.machine, '', complain);
  surveyGraph(definition, new Set(), '', { language, names: new Map(), complain });
  return problems;
}

/** Reads a definition. Throws an error that lists all problems. */
export function parseDefinition(text: string): StateMachine {
  const definition = JSON.parse(text);
  const problems = problemsOf(definition);
  if (problems.length > 0) throw new Error(problems.join(', '));
  return definition;
}

function surveyGraph(graph: Fields, outer: ReadonlySet<string>, at: string, survey: Survey): void {
  const { complain, names } = survey;
  const variables = new Set([...outer, ...assignedIn(graph, outer, at, complain)]);
  const states = isFields(graph['States']) ? graph['States'] : {};
  checkGraph(graph, at, complain);
  for (const [name, state] of Object.entries(states)) {
    const where = `${at}/States/${name}`;
    const wrong = is.name(name);
    if (wrong !== undefined) complain('SCHEMA_VALIDATION_FAILED', `The name of a state ${wrong}`, where);
    const before = names.get(name);
    if (before !== undefined)
      complain('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}, also at ${before}`, where);
    names.set(name, where);
    surveyState(state, variables, where, survey);
  }
}

function surveyState(state: unknown, variables: ReadonlySet<string>, at: string, survey: Survey): void {
  const { complain, language } = survey;
  if (!checkState(state, at, complain)) return;
  if ((state['QueryLanguage'] ?? language) !== 'JSONata') {
    complain('NOT_IN_THE_LOCAL_CLOUD', 'This state is in JSONPath, only JSONata is known here', at);
    return;
  }
  checkInside(state, variables, at, complain);

  const branches = Array.isArray(state['Branches']) ? state['Branches'] : [];
  for (const [i, branch] of branches.entries()) {
    surveyInner(branch, variables, `${at}/Branches[${i}]`, survey);
  }
  if ('ItemProcessor' in state) surveyInner(state['ItemProcessor'], variables, `${at}/ItemProcessor`, survey);
}

function surveyInner(graph: unknown, variables: ReadonlySet<string>, at: string, survey: Survey): void {
  if (!isFields(graph)) {
    survey.complain('SCHEMA_VALIDATION_FAILED', 'A graph is an object', at);
    return;
  }
  const processor = at.endsWith('/ItemProcessor');
  checkFields(graph, processor ? parts.processor : parts.branch, at, survey.complain);
  const config = graph['ProcessorConfig'];
  if (isFields(config)) checkFields(config, parts.processorConfig, `${at}/ProcessorConfig`, survey.complain);
  surveyGraph(graph, variables, at, survey);
}
