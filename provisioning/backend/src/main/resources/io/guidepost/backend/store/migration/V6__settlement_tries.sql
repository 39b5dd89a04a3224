-- A payment that the provider refuses waits longer each time and stands in nobody's way.
alter table payments add column tries int default 0 not null;
alter table payments add column next_try_at timestamp(6) with time zone;
