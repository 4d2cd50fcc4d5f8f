/** A tab that a new visitor finds open. */
interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const examples: readonly Example[] = [
  {
    query: `# The newest models, each with the version in
# production and its metrics.
# Ctrl-Enter runs it, Ctrl-Space completes.
query Models {
  models(first: 10) {
    nodes {
      id
      name
      task
      owner
      tags {
        key
        value
      }
      production {
        number
        stage
        metrics {
          name
          value
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
    model {
      id
      name
      registeredAt
      registeredBy
    }
    userErrors {
      code
      message
      path
    }
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
    query: `# The versions of one model, newest first,
# with their metrics to compare.
query VersionHistory($name: String!) {
  model(ref: { name: $name }) {
    name
    versions(first: 20) {
      nodes {
        number
        stage
        registeredAt
        metrics {
          name
          value
          direction
        }
      }
    }
  }
}
`,
    variables: { name: 'churn-30d' },
  },
  {
    query: `# The latest monitoring reports of the production
# version: which features drifted, and how far.
query Drift($name: String!) {
  model(ref: { name: $name }) {
    name
    production {
      number
      monitoringReports(first: 5) {
        nodes {
          window {
            from
            to
          }
          verdict
          reasons
          predictions
          drift {
            drifted
            features {
              name
              verdict
              adjustedPValue
              effect
            }
          }
        }
      }
    }
  }
}
`,
    variables: { name: 'churn-30d' },
  },
  {
    query: `# What is wrong right now, newest first.
query Alerts {
  alerts(first: 20) {
    nodes {
      id
      status
      severity
      message
      value
      threshold
      rule {
        watch
        feature
      }
      firedAt
      resolvedAt
    }
  }
}
`,
  },
  {
    query: `# Every change in the project, as it happens.
# Start it, then register a model elsewhere.
subscription ModelEvents {
  modelEvents {
    cursor
    kind
    event {
      position
      type
      actor
      occurredAt
      reason
    }
  }
}
`,
  },
];
