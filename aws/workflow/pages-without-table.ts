import { DescribeExecutionCommand, ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { PageWithoutTable } from '../../domain/escalation/without-table.ts';
import { type BothRegions, firstAnswer } from '../regions/both-regions.ts';
import { type Workflow, workflowClients } from './executions.ts';

/** The executions that page without the table. */
export interface PagesWithoutTable {
  /** Has people paged, unless an execution pages for this alarm already. Rejects when neither region starts one. */
  start(page: PageWithoutTable): Promise<void>;
}

/** Executions that one alarm can have in ten minutes: when one has ended, the table may fail anew. */
const maxNames = 3;

/**
 * Executions are named by the alarm's key and ten minutes, and both cells ask the same region first, whichever it is for the
 * key: so an alarm that comes in twice, or to both cells, pages once. Only where that region gives no answer may the other
 * one page as well: rather twice than not at all.
 */
export function pagesWithoutTable(workflows: BothRegions<Workflow>): PagesWithoutTable {
  const clientIn = workflowClients(workflows);
  const [first, second] =
    workflows.own.region < workflows.other.region
      ? [workflows.own, workflows.other]
      : [workflows.other, workflows.own];
  const ofEvenKeys = { own: first, other: second };
  const ofOddKeys = { own: second, other: first };

  /** Whether it is new; false when there is one of this name already. */
  async function isNew(
    { region, stateMachineArn }: Workflow,
    name: string,
    page: PageWithoutTable,
  ): Promise<boolean> {
    const command = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(page) });
    return clientIn(region)
      .send(command)
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof ExecutionAlreadyExists) return false;
          throw error;
        },
      );
  }

  /** Whether it runs, or has handed over to the one of the next ten minutes. In doubt it does not, and one more pages. */
  async function isPaging({ region, stateMachineArn }: Workflow, name: string): Promise<boolean> {
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const { status, output } = await clientIn(region).send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' || (status === 'SUCCEEDED' && endOf(output) === 'handedOver');
  }

  async function startIn(workflow: Workflow, page: PageWithoutTable): Promise<void> {
    for (let count = 1; count <= maxNames; count++) {
      const name = `without-table-${page.key}-${page.bucket}${count === 1 ? '' : `-${count}`}`;
      if (await isNew(workflow, name, page)) return;
      if (await isPaging(workflow, name).catch(() => false)) return;
    }
  }

  return {
    start: (page) =>
      firstAnswer(Number.parseInt(page.key.slice(0, 1), 16) % 2 === 0 ? ofEvenKeys : ofOddKeys, (workflow) =>
        startIn(workflow, page),
      ),
  };
}

/** How an execution says that it has ended. */
function endOf(output: string | undefined): PageWithoutTable['kind'] | undefined {
  return (JSON.parse(output ?? '{}') as Partial<PageWithoutTable>).kind;
}
