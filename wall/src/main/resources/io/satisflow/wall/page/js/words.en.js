export const english = {
  'page.overview': 'Overview', 'page.over-time': 'Over time', 'page.segments': 'Segments', 'page.clocks': 'Clocks',
  'page.alerts': 'Alerts', 'page.stream': 'Stream', 'page.ticket': 'Ticket', 'page.customer': 'Customer', 'page.settings': 'Display',
  'skip': 'Skip to the content', 'pages': 'Pages', 'find': 'Ticket or customer', 'find.go': 'Open',

  'state.connecting': 'Connecting', 'state.lost': 'Connection lost', 'state.loading': 'Loading history', 'state.waiting': 'Waiting for the engine',
  'state.silent': 'Engine silent', 'state.behind': 'Catching up', 'state.live': 'Live', 'state.fast': '{0}\u00d7 speed',
  'state.lost.long': 'Connection lost. What you see is from {0}.', 'state.silent.long': 'The engine has said nothing for {0}. What you see is from {1}.',
  'state.waiting.long': 'No results from the engine yet. Scores appear when its first step closes.', 'state.behind.long': 'The engine is working through history: results are at {0}, the newest record is of {1}.', 'state.loading.long': 'Reading what was there before.',
  'state.trouble': 'The wall cannot read the topics: {0}',
  'zone': 'Times in {0}', 'now': 'Engine time',

  'quiet': 'All quiet', 'quiet.long': '{0} open promises, none broken',
  'loud.critical': '{0} critical', 'loud.warning': '{0} warnings', 'loud.warning.one': '1 warning', 'loud.breached': '{0} broken promises', 'loud.breached.one': '1 broken promise',
  'loud.warned': '{0} nearly due',

  'metric.csat': 'Satisfied', 'metric.csat_mean': 'Satisfaction score', 'metric.nps': 'NPS', 'metric.ces': 'Effort', 'metric.csi': 'CSI',
  'metric.sentiment': 'Sentiment', 'metric.sentiment.net': 'Net sentiment', 'metric.sentiment.positive': 'Positive texts', 'metric.sentiment.neutral': 'Neutral texts',
  'metric.sentiment.negative': 'Negative texts', 'metric.volume': 'Feedback', 'metric.agreement': 'Rating and text agree', 'metric.agreement.alpha': 'Agreement beyond chance',
  'metric.agreement.opposed': 'Rating and text opposed', 'metric.first_reply_time': 'First reply', 'metric.resolution_time': 'Resolution', 'metric.sla_attainment': 'Kept',
  'metric.clock_time': 'Time', 'metric.promises': 'Open promises', 'metric.nps.promoters': 'Promoters', 'metric.nps.detractors': 'Detractors',
  'metric.csat.stars': 'Satisfied · stars',

  'clock.first_reply': 'First reply', 'clock.next_reply': 'Next reply', 'clock.periodic_update': 'Update', 'clock.pausable_update': 'Update', 'clock.requester_wait': 'Waiting time',
  'clock.agent_work': 'Agent work', 'clock.total_resolution': 'Resolution', 'clock.group_ownership': 'Group ownership', 'clock.assignment': 'Assignment', 'clock.answer': 'Answer',
  'clock.resolution_plan': 'Resolution plan', 'clock.promise': 'Promise', 'clock.follow_up': 'Follow-up',

  'segment.all': 'All feedback', 'segment.none': '(none)', 'segment.other': '(other)', 'segment': 'Segment', 'metric': 'Metric', 'window': 'Window', 'range': 'Range', 'by': 'Split by',
  'by.all': 'everything', 'dimension.channel': 'channel', 'dimension.product': 'product', 'dimension.region': 'region', 'dimension.team': 'team', 'dimension.language': 'language',

  'none': 'No data', 'none.long': 'nothing measured in this window', 'few': 'Few answers', 'few.hidden': 'Too few answers to show', 'n': 'n {0}',
  'target': 'Target {0}', 'target.met': 'on target', 'target.below': 'off target', 'target.unsure': 'too close to call', 'no-target': 'no target set', 'before': 'before {0}', 'before.same': 'as before', 'before.noise': 'before {0}, within noise', 'before.none': 'nothing before',
  'between': '{0} to {1}', 'between.title': 'The true value lies here in 95 of 100 cases', 'last': 'last {0}', 'as-of': 'as of {0}',

  'span.s': '{0} s', 'span.min': '{0} min', 'span.h': '{0} h {1} min', 'span.hours': '{0} h', 'span.d': '{0} d {1} h', 'ago': '{0} ago',

  'next-due': 'Next due', 'next-due.none': 'Nothing is due', 'alerts.now': 'Alerts now', 'alerts.none': 'No alerts', 'said.last': 'What customers say', 'said.none': 'Nothing said yet',
  'standing.running': 'On time', 'standing.warned': 'Nearly due', 'standing.paused': 'Paused', 'standing.breached': 'Broken',
  'left': '{0} left', 'over': '{0} over', 'paused': 'paused', 'of-target': 'of {0}', 'business': 'working time', 'wall': 'clock time',
  'ticket': 'Ticket', 'clock': 'Clock', 'due': 'Due', 'time-left': 'Time left', 'team': 'Team', 'owner': 'Owner', 'subject': 'Subject', 'priority': 'Priority', 'status': 'Status', 'channel': 'Channel', 'policy': 'Policy',
  'team.all': 'All teams', 'team.none': 'No team', 'standing.all': 'All', 'clocks.none': 'No open promises', 'clocks.none.long': 'Clocks appear here as tickets come in.',
  'clocks.none.here': 'None here', 'left-out': '{0} more are not listed',
  'priority.urgent': 'urgent', 'priority.high': 'high', 'priority.normal': 'normal', 'priority.low': 'low',
  'status.new': 'new', 'status.open': 'open', 'status.pending': 'pending', 'status.on_hold': 'on hold', 'status.solved': 'solved', 'status.closed': 'closed',

  'severity.critical': 'Critical', 'severity.warning': 'Warning', 'severity.info': 'Info',
  'alert.state.pending': 'pending', 'alert.state.firing': 'firing', 'alert.state.recovering': 'recovering', 'alert.state.resolved': 'resolved', 'alert.state.no_data': 'no data', 'alert.state.inactive': 'over',
  'alert.drift.down': '{0} fell from {1} to {2}', 'alert.drift.up': '{0} rose from {1} to {2}', 'alert.threshold': '{0} is {1}, bound {2}', 'alert.no_data': '{0} is not measured any more',
  'alert.breach': '{0} broken', 'alert.warn': '{0} nearly due', 'alert.since': 'since {0}', 'alert.ended': 'ended {0}', 'alert.why': 'What moved it', 'alert.words': 'What customers say',
  'alert.open': 'Show the time', 'alert.ticket': 'Open the ticket', 'alert.ack': 'Acknowledge', 'alert.acked': 'Acknowledged by {0}', 'alert.silence': 'Silence', 'alert.silenced': 'silenced',
  'alert.notified': 'told {0}\u00d7', 'alert.inhibited': 'said by another alert', 'alert.interval': '{0} to {1} in 95 of 100 cases, n {2}',
  'alerts.firing': 'Firing', 'alerts.over': 'Over', 'alerts.inhibited': '{0} more are said by another alert, such as the warning of a promise that has been broken since.', 'alerts.quiet': 'No alert is firing', 'alerts.quiet.long': 'What was, is listed below.', 'alerts.never': 'No alert so far',
  'silence.title': 'Silence alerts like this', 'silence.for': 'For', 'silence.why': 'Why', 'silence.do': 'Silence', 'silence.cancel': 'Cancel', 'silence.until': 'until {0}', 'silence.end': 'End', 'silences': 'Silences', 'silence.by': 'by {0}',
  'silence.scope': 'All alerts with these labels:', 'ack.title': 'Acknowledge', 'ack.comment': 'Comment (may be empty)',
  'view-only': 'You may look, not act',

  'series.points': 'Value and interval', 'series.table': 'The same as a table', 'series.none': 'Nothing remembered for this segment, metric and window', 'series.changes': 'Changes', 'series.change': '{0}: from {1} to {2} since {3}',
  'series.drivers': 'What moved it', 'time': 'Time', 'value': 'Value', 'interval': 'Interval', 'answers': 'n', 'marks': 'Marks', 'mark.add': 'Add a mark', 'mark.text': 'What happened', 'mark.kind': 'Kind',
  'mark.release': 'release', 'mark.incident': 'incident', 'mark.note': 'note', 'mark.remove': 'Remove', 'series.chart': '{0} of {1}, last {2}, from {3} to {4}', 'series.behind': 'What was said then',
  'range.15m': '15 min', 'range.1h': '1 hour', 'range.6h': '6 hours', 'range.24h': '24 hours', 'range.7d': '7 days', 'range.30d': '30 days',

  'cells.none': 'No segments yet', 'cells.sort': 'Worst first', 'cells.legend': 'worse', 'cells.legend.better': 'better', 'evidence': 'Behind {0}', 'evidence.none': 'No texts of this segment are remembered', 'evidence.remembered': 'Of the last {0} pieces of feedback',
  'evidence.tickets': 'Tickets', 'evidence.texts': 'What was said', 'evidence.over-time': 'Over time', 'close': 'Close', 'filter': 'Filter',
  'tone.negative': 'negative', 'tone.neutral': 'neutral', 'tone.positive': 'positive', 'tone.not_scored': 'not scored', 'tone.all': 'all', 'no-text': 'No words, only an answer',
  'stream.hold': 'Hold', 'stream.go': 'Go on', 'stream.held': 'Held; {0} new',
  'aspect.price': 'price', 'aspect.delivery': 'delivery', 'aspect.attitude': 'attitude', 'aspect.quality': 'quality', 'aspect.service': 'service', 'aspect.waiting': 'waiting', 'aspect.app': 'app', 'aspect.refund': 'refund',
  'question.csat': 'satisfied', 'question.nps': 'recommends', 'question.stars': 'stars', 'question.ces': 'ease',
  'kind.complaint': 'complaint', 'kind.question': 'question', 'kind.request': 'request', 'kind.praise': 'praise',

  'story': 'What happened', 'story.forgotten': '{0} earlier events are not remembered', 'story.none': 'Nothing remembered', 'customer': 'Customer', 'customer.tickets': 'Tickets', 'customer.words': 'Said',
  'event.created': 'opened', 'event.customer_message': 'customer wrote', 'event.agent_reply': 'agent replied', 'event.internal_note': 'note', 'event.bot_reply': 'bot replied', 'event.status': 'status', 'event.priority': 'priority',
  'event.assigned': 'assigned', 'event.tags': 'tags', 'event.graded': 'graded', 'event.stage': 'stage', 'event.answered': 'answered', 'event.promise': 'promised', 'event.plan_proposed': 'plan proposed', 'event.follow_up': 'followed up',
  'event.merged': 'merged', 'event.survey_sent': 'survey sent', 'event.satisfaction': 'rated', 'event.clock': 'clock',
  'said.activate': 'starts', 'said.pause': 'pauses', 'said.resume': 'goes on', 'said.warn': 'nearly due', 'said.fulfil': 'kept', 'said.breach': 'broken', 'said.cancel': 'cancelled', 'said.retract': 'taken back', 'said.apply_policy': 'new target',
  'due-at': 'due {0}', 'took': 'after {0}',

  'login': 'Show your token', 'login.long': 'This wall is open to those who have a token or a link.', 'login.do': 'Enter', 'login.wrong': 'This token or link does not hold, or not any more.', 'login.slow': 'Too many attempts. Wait a minute.', 'logout': 'Leave',
  'failed': 'That did not work: {0}', 'gone': 'Not found', 'loading': 'Loading', 'done.ack': 'Acknowledged', 'done.silence': 'Silenced', 'done.mark': 'Marked',

  'display': 'Display', 'display.language': 'Language', 'display.theme': 'Theme', 'display.system': 'as the system', 'display.dark': 'dark', 'display.light': 'light', 'display.density': 'Density', 'display.usual': 'usual', 'display.tight': 'tight',
  'display.zone': 'Time zone', 'display.team': 'of the team ({0})', 'display.mine': 'of this browser ({0})', 'display.sound': 'Sound', 'display.on': 'on', 'display.off': 'off', 'display.tv': 'TV mode', 'display.tv.long': 'Rotates these pages, without pointer and controls. Leave it with Esc.',
  'display.seconds': 'seconds', 'display.start': 'Start TV mode', 'display.sound.long': 'A falling pair of notes for a new critical alert, a rising one when all are over.', 'display.browser': 'as the browser',
  'tv': 'TV',
};
