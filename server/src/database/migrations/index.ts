import { Access1800000000001 } from './0001-access';
import { Event1800000000002 } from './0002-event';
import { Model1800000000003 } from './0003-model';
import { Run1800000000005 } from './0005-run';

/** In the order in which they are applied. The number in a name orders it; none is changed once released. */
export const MIGRATIONS = [Access1800000000001, Event1800000000002, Model1800000000003, Run1800000000005];
