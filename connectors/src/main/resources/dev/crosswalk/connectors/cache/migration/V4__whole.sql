-- Whether all objects were asked for; until now nobody wrote that down, and most times they were.
alter table snapshot add column whole boolean default true not null;
