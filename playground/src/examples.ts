/** A tab that a new visitor finds open. All but the one with an input answer with whatever the project has. */
interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const examples: readonly Example[] = [
  {
    query: `# The newest models, each with its version in
# production and the last report on that.
# Ctrl-Enter runs it, Ctrl-Space completes.
query Production {
  models(first: 10) {
    nodes {
      name
      production {
        number
        metrics { name value }
        monitoringReports(first: 1) {
          nodes {
            window { from to }
            verdict
            drift { tested drifted }
            quality { name value baseline }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Registers a model; its input is below.
# Run it twice: the second answer has a conflict
# in userErrors.
mutation RegisterModel($input: RegisterModelInput!) {
  registerModel(input: $input) {
    model { id name registeredAt registeredBy }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        name: 'churn-30d',
        task: 'BINARY_CLASSIFICATION',
        description: 'Will this customer leave within 30 days?',
        owner: 'growth',
        tags: [{ key: 'team', value: 'growth' }, { key: 'pilot' }],
      },
    },
  },
  {
    query: `# The newest versions, with their metrics
# and every move they made.
query Versions {
  versions(first: 20) {
    nodes {
      model { name }
      number
      stage
      metrics { name value direction }
      stageHistory(first: 5) {
        nodes { from to kind at actor reason }
      }
    }
  }
}
`,
  },
  {
    query: `# The newest monitoring reports: which features
# drifted, and how far.
query Drift {
  monitoringReports(first: 5) {
    nodes {
      version { number model { name } }
      window { from to }
      predictions
      verdict
      reasons
      drift {
        level
        features { name verdict adjustedPValue effect }
      }
    }
  }
}
`,
  },
  {
    query: `# What is wrong right now, newest first.
query Alerts {
  alerts(
    first: 20
    filter: { status: [PENDING, FIRING, ACKNOWLEDGED] }
  ) {
    nodes {
      id
      status
      severity
      message
      value
      threshold
      rule { watch feature }
      firedAt
    }
  }
}
`,
  },
  {
    query: `# Every change in the project, as it happens.
# Start it: a CHECKPOINT comes at once. It ends
# when you leave this tab, so run RegisterModel in
# a second window: open the address that npm start
# printed, or this one with your token again.
subscription Events {
  events {
    cursor
    kind
    event { position type actor occurredAt reason }
  }
}
`,
  },
];
