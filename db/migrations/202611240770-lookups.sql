-- What is asked by unit where there are hundreds of thousands of rows: evidence for reports and dossiers, events for the
-- calendar; and files, whose rows follow a unit that is moved.
create index evidence_unit on evidence (unit_id);
create index evidence_events on evidence (path) where kind = 'event';
create index files_unit on files (unit_id);

-- An address that hears of a whole province has a month of messages behind it: its page is read and counted by these.
drop index webhook_deliveries_hook;
create index webhook_deliveries_list on webhook_deliveries (hook_id, created_at desc, id desc);
create index webhook_deliveries_open on webhook_deliveries (hook_id, state) where state <> 'delivered';
create index webhook_deliveries_last on webhook_deliveries (hook_id, delivered_at) where delivered_at is not null;
create index webhook_deliveries_old on webhook_deliveries (created_at) where state <> 'waiting';
