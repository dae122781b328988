-- Why: the latest hits of a word were found by going down from the newest entry through all that do not have it, or by fetching all that ever had
-- it. The month is a word of the entry now, so that the index gives the hits of a few months. New entries wait in a shorter list: it is
-- read through by every search.
-- Locks: search_entry against writes while it is written anew, half a minute a million entries; nothing that is done waits for it.
-- Back out: nothing needs to be; the application of before does not ask for the words.
update search_entry
   set title = title || array_to_tsvector(array[to_char(dated at time zone 'UTC', '"@"YYYYMM')]),
       bag = bag || array_to_tsvector(array[to_char(dated at time zone 'UTC', '"@"YYYYMM')]);
alter index search_entry_by_title set (gin_pending_list_limit = 128);
alter index search_entry_by_bag set (gin_pending_list_limit = 128);
