-- Why: a scan or a picture has no text that the test could search for marks of secrecy. A person looks at it and says so; which
-- files were looked at stands on the item, who and when in the trail.
-- Locks: archive_item for a moment (a column with a constant default, no rewrite). Back out: drop the column.

alter table archive_item add column looked_at text not null default '';
comment on column archive_item.looked_at is 'The files without readable text that a person has looked at, as id:hash; a file added later is not among them.';
