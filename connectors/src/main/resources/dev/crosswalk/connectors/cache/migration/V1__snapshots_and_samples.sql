-- Objects by content: an object that did not change between two snapshots is stored once.
create table content (
  id bigint generated always as identity primary key,
  hash binary(32) not null unique,
  body blob not null
);

create table snapshot (
  id bigint generated always as identity primary key,
  connection varchar(200) not null,
  system_id varchar(200) not null,
  module varchar(200),
  taken_at timestamp with time zone not null,
  objects int not null,
  fields int not null,
  complete boolean not null
);

create index snapshot_by_connection on snapshot (connection, id);

create table snapshot_object (
  snapshot_id bigint not null references snapshot (id) on delete cascade,
  ordinal int not null,
  content_id bigint not null references content (id),
  fields int not null,
  name varchar(400) not null,
  primary key (snapshot_id, ordinal)
);

create index snapshot_object_by_content on snapshot_object (content_id);

-- One row an object: the records are only ever read and replaced together.
create table sample (
  connection varchar(200) not null,
  object varchar(400) not null,
  expires_at timestamp with time zone not null,
  body blob not null,
  primary key (connection, object)
);
