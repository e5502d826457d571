-- Answers of the latest discovery of a connection, so that one that was cut goes on where it stopped
-- and the next asks only for what has changed.
create table run (
  connection varchar(200) primary key,
  fingerprint binary(32) not null,
  id bigint not null,
  started_at timestamp with time zone not null,
  finished boolean not null
);

create table answer (
  connection varchar(200) not null,
  request varchar(64) not null,
  run bigint not null,
  askable boolean not null,
  body blob not null,
  primary key (connection, request)
);
