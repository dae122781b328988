-- Why: a petition or the care of a retired colleague is nobody's business but theirs who handle it: the right to read all does not reach it.
-- Locks: handling for a moment (a column with a constant default rewrites nothing). Back out: alter table handling drop column confined.
alter table handling add column confined boolean not null default false;
comment on column handling.confined is 'Open to those alone who take part (Sight), whatever they may read otherwise.';
