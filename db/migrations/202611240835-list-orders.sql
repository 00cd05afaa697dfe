-- Lists go along an index and stop after a page, however many rows a unit has.
create index article_offers_received_all on article_offers (to_unit_id, offered_at desc, id desc) where state <> 'withdrawn';
-- Pictures of a unit's team; without it every picture of the sector is looked at for one list.
create index media_items_team on media_items (team_id, created_at desc, id desc) where team_id is not null;
