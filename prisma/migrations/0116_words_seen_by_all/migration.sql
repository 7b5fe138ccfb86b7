-- Searching reads the index of words alone, and only of pages that vacuum knows to be seen by all; of the others each row is looked up in the table, which takes twice as long.
-- One shop's list is a small part of everybody's words: waiting for a fifth of new ones, as is the default, would leave it slow for weeks.
ALTER TABLE product_term SET (autovacuum_vacuum_insert_scale_factor = 0.01);
ALTER TABLE word_ending SET (autovacuum_vacuum_insert_scale_factor = 0.01);
