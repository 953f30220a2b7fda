import { DescribeExecutionCommand, ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { PageWithoutTable } from '../../domain/escalation/without-table.ts';
import { type BothRegions, firstAnswer } from '../regions/both-regions.ts';
import { type Workflow, workflowClients } from './executions.ts';

/** The executions of the page without the table. */
export interface PagesWithoutTable {
  /** Starts an execution, unless one pages for this alarm already. Rejects when neither region starts one. */
  start(page: PageWithoutTable): Promise<void>;
}

/** Executions of one alarm in ten minutes, at most. After one has ended, the table may fail again. */
const maxNames = 3;

/**
 * The name of an execution is the alarm's key and the number of its ten minutes. Both cells ask the same region first;
 * the key says which. So an alarm that comes twice, or to both cells, pages once. Only when that region gives no answer
 * may the other one page as well: two pages are better than none.
 */
export function pagesWithoutTable(workflows: BothRegions<Workflow>): PagesWithoutTable {
  const clientIn = workflowClients(workflows);
  const [first, second] =
    workflows.own.region < workflows.other.region
      ? [workflows.own, workflows.other]
      : [workflows.other, workflows.own];
  const ofEvenKeys = { own: first, other: second };
  const ofOddKeys = { own: second, other: first };

  /** Starts an execution of this name. False when there is one already. */
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

  /**
   * Whether an execution runs, or handed over to that of the next ten minutes. In doubt it does not, and another one
   * starts.
   */
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

/** The output of an execution that has ended. */
function endOf(output: string | undefined): PageWithoutTable['kind'] | undefined {
  return (JSON.parse(output ?? '{}') as Partial<PageWithoutTable>).kind;
}
