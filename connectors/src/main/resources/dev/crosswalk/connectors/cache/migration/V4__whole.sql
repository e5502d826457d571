-- Whether all objects were asked for. Until now nobody wrote that down: taken for no, an object that
-- nobody asked for is not told to be gone, and the next whole discovery says it.
alter table snapshot add column whole boolean default false not null;
