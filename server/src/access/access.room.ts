import { Not } from 'typeorm';
import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import { AccessResolver, TokenResolver } from './access.resolver';
import { AccessService } from './access.service';
import { Authenticator } from './authenticator';
import { FIRST_TOKEN_MADE_BY, firstAdminToken } from './first-token';
import { OpenTokens } from './open-tokens';
import { Project } from './project.entity';
import { Token } from './token.entity';

export const ACCESS_ENTITIES = [Project, Token];

interface AccessRoomParts {
  readonly database: Database;
  readonly events: Pick<EventRoom, 'committed'>;
  readonly operatorSecret: string | undefined;
  readonly mostSocketsPerToken: number;
}

export function accessRoom({ database, events, operatorSecret, mostSocketsPerToken }: AccessRoomParts) {
  const { pools, dataSource } = database;
  const authenticator = new Authenticator(pools.requests, operatorSecret);
  return {
    authenticator,
    openTokens: new OpenTokens(authenticator, mostSocketsPerToken),
    resolvers: [
      new AccessResolver(dataSource, new AccessService(dataSource, events.committed)),
      new TokenResolver(dataSource),
    ],
    /** The first admin's secret of an embedded database in `folder`; null without one. */
    firstSecret: async (folder: string | null): Promise<string | null> =>
      folder ? firstAdminToken(dataSource, authenticator, folder) : null,
    /** Whether anybody but the first admin of an embedded database has a token. */
    hasTokens: (): Promise<boolean> =>
      dataSource.getRepository(Token).existsBy({ createdBy: Not(FIRST_TOKEN_MADE_BY) }),
  };
}
