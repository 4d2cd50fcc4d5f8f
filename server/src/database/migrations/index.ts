import { Access1800000000001 } from './0001-access';
import { Event1800000000002 } from './0002-event';
import { Model1800000000003 } from './0003-model';
import { Artifact1800000000004 } from './0004-artifact';
import { Run1800000000005 } from './0005-run';
import { Version1800000000006 } from './0006-version';
import { Job1800000000007 } from './0007-job';
import { Baseline1800000000008 } from './0008-baseline';
import { Prediction1800000000009 } from './0009-prediction';
import { Summary1800000000010 } from './0010-summary';
import { Monitoring1800000000011 } from './0011-monitoring';
import { Alert1800000000013 } from './0013-alert';
import { Consumer1800000000014 } from './0014-consumer';
import { List1800000000015 } from './0015-list';
import { Upload1800000000016 } from './0016-upload';

/** In the order in which they are applied. The number in a name orders it; none is changed once released. */
export const MIGRATIONS = [
  Access1800000000001,
  Event1800000000002,
  Model1800000000003,
  Artifact1800000000004,
  Run1800000000005,
  Version1800000000006,
  Job1800000000007,
  Baseline1800000000008,
  Prediction1800000000009,
  Summary1800000000010,
  Monitoring1800000000011,
  Alert1800000000013,
  Consumer1800000000014,
  List1800000000015,
  Upload1800000000016,
];
