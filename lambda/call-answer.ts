import type { ConnectContactFlowEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { languages } from '../domain/organization/formats.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { type Pressed, press } from './replies/call-key.ts';

const cell = cellOf(readSettings());

/**
 * The part of Connect's event that the cell reads. Source: Amazon Connect developer guide, "Lambda function input".
 */
const ourCall = z.object({
  Details: z.object({
    ContactData: z.object({
      Attributes: z.object({
        incidentKey: z.string(),
        generation: z.coerce.number(),
        attempt: z.string(),
        phone: z.string(),
        language: z.enum(languages),
      }),
    }),
    Parameters: z.object({ digit: z.string() }),
  }),
});

/**
 * Handles a key that was pressed in a call; the contact flow sends it. Connect tries a failed invocation again within
 * 8 seconds; the same key counts once. When it fails for good, the flow itself says that nothing is stored.
 */
export async function handler(event: ConnectContactFlowEvent): Promise<Pressed> {
  const { ContactData, Parameters } = ourCall.parse(event).Details;
  return press(cell, { ...ContactData.Attributes, digit: Parameters.digit });
}
