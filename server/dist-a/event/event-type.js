'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.SubjectKind = exports.EventType = void 0;
/** What happened; see the SDL for what each means. */
var EventType;
((EventType) => {
  EventType['PROJECT_CREATED'] = 'PROJECT_CREATED';
  EventType['TOKEN_CREATED'] = 'TOKEN_CREATED';
  EventType['TOKEN_REVOKED'] = 'TOKEN_REVOKED';
  EventType['MODEL_REGISTERED'] = 'MODEL_REGISTERED';
  EventType['VERSION_REGISTERED'] = 'VERSION_REGISTERED';
  EventType['VERSION_STAGE_CHANGED'] = 'VERSION_STAGE_CHANGED';
  EventType['TRAINING_RUN_STARTED'] = 'TRAINING_RUN_STARTED';
  EventType['TRAINING_RUN_UPDATED'] = 'TRAINING_RUN_UPDATED';
  EventType['TRAINING_RUN_FINISHED'] = 'TRAINING_RUN_FINISHED';
})(EventType || (exports.EventType = EventType = {}));
/** The kinds of object that events are about. */
var SubjectKind;
((SubjectKind) => {
  SubjectKind['PROJECT'] = 'PROJECT';
  SubjectKind['TOKEN'] = 'TOKEN';
  SubjectKind['MODEL'] = 'MODEL';
  SubjectKind['VERSION'] = 'VERSION';
  SubjectKind['TRAINING_RUN'] = 'TRAINING_RUN';
})(SubjectKind || (exports.SubjectKind = SubjectKind = {}));
//# sourceMappingURL=event-type.js.map
