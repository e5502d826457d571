-- What a snapshot holds, in one compressed list: a row an object, with its indexes, made 200
-- snapshots of 1,500 objects four times as large as allowed. Older snapshots keep their rows.
alter table snapshot add column listing blob;
