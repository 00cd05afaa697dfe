-- Over a link nobody of a list is chosen: who does it stands in words, and the line has somebody all the same.
alter table asks add column owner_name text check (owner_name <> '' and length(owner_name) <= 200);
