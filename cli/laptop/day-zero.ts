/** An account before AWS or a person at AWS has granted anything. Its limits are those of new accounts. */
export const dayZeroAccount = {
  smsNumbers: [],
  account: {
    smsSandbox: true,
    smsMonthlyLimit: 1,
    smsSpent: 0,
    countriesGranted: false,
    functionConcurrency: 10,
    operators: 0,
  },
} as const;

/** What an account lacks then, and what ends it. */
export const dayZeroWords = `Day 0: this is an account in which nothing is granted yet. Nobody with a Belgian or a Dutch phone is reached.

SMS:            is accepted and dropped, in both regions, and nobody can answer
                -> leave the sandbox, raise the spend limit (docs/deploy.md, step 3)
                -> order a number for each country of your phones, and let SNS send from it (steps 3 and 8)
Calls:          go to the United Kingdom, Italy, France, Ireland and the United States alone
                -> have AWS open the countries of your phones, for each instance (step 8)
Tasks:          are in the queue of Amazon Connect and on the board, which need no grant

npx permanence doctor names the three steps; after an alarm it names the countries too.
Send an alarm, skip time, and see what the timeline says. Without --day-0 the laptop has all of it granted.
`;
