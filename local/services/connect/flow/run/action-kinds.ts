import type { ActionKind } from '../action-kind.ts';
import { compare } from '../actions/compare.ts';
import { disconnectParticipant } from '../actions/disconnect-participant.ts';
import { endFlowExecution } from '../actions/end-flow-execution.ts';
import { getParticipantInput } from '../actions/get-participant-input.ts';
import { invokeLambdaFunction } from '../actions/invoke-lambda-function.ts';
import { loop } from '../actions/loop.ts';
import { messageParticipant } from '../actions/message-participant.ts';
import { transferContactToQueue } from '../actions/transfer-contact-to-queue.ts';
import { updateContactAttributes } from '../actions/update-contact-attributes.ts';
import { updateContactTargetQueue } from '../actions/update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from '../actions/update-contact-text-to-speech-voice.ts';
import { updateFlowLoggingBehavior } from '../actions/update-flow-logging-behavior.ts';

/** The types of action that are known here, by the names that flows use. */
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

/** The kind of an action of a flow that was checked. */
export function actionKind(type: string): ActionKind {
  const kind = actionKinds[type];
  if (kind === undefined) throw new Error(`actions of type ${type} are not known here`);
  return kind;
}
