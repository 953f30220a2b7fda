import type { ActionKind } from '../action-kind.ts';
import { compare, loop } from '../actions/branching.ts';
import { disconnectParticipant, endFlowExecution, transferContactToQueue } from '../actions/endings.ts';
import { invokeLambdaFunction } from '../actions/invoke-lambda-function.ts';
import { getParticipantInput, messageParticipant } from '../actions/participant.ts';
import {
  updateContactAttributes,
  updateContactTargetQueue,
  updateContactTextToSpeechVoice,
  updateFlowLoggingBehavior,
} from '../actions/updates.ts';

/** The known types of action, by the names that flows use. */
export const actionKinds: Readonly<Record<string, ActionKind>> = {
  Compare: compare,
  DisconnectParticipant: disconnectParticipant,
  EndFlowExecution: endFlowExecution,
  GetParticipantInput: getParticipantInput,
  InvokeLambdaFunction: invokeLambdaFunction,
  Loop: loop,
  MessageParticipant: messageParticipant,
  TransferContactToQueue: transferContactToQueue,
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactTargetQueue: updateContactTargetQueue,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehavior,
};

/** The kind of an action in a checked flow. */
export function actionKind(type: string): ActionKind {
  const kind = actionKinds[type];
  if (kind === undefined) throw new Error(`actions of type ${type} are not known here`);
  return kind;
}
