import { Field, ObjectType } from 'type-graphql';
import { UserError, UserErrorCode } from '../contract/user-error';
import { Stage } from './stage';

@ObjectType({ implements: UserError })
export class StageTransitionError extends UserError {
  @Field(() => Stage) from: Stage;
  @Field(() => Stage) to: Stage;
  @Field(() => [Stage]) allowed: Stage[];

  constructor(from: Stage, to: Stage, allowed: readonly Stage[], path: readonly string[]) {
    super(
      UserErrorCode.STAGE_TRANSITION_NOT_ALLOWED,
      from === to
        ? `The version stands in ${to} already; from there it may go to ${list(allowed)}.`
        : `A version does not go from ${from} to ${to}; it may go to ${list(allowed)}.`,
      path,
    );
    this.from = from;
    this.to = to;
    this.allowed = [...allowed];
  }
}

const list = (stages: readonly Stage[]): string =>
  stages.length > 1 ? `${stages.slice(0, -1).join(', ')} or ${stages.at(-1)}` : stages.join('');
