-- What people wrote as it is searched: typographic quotes, dashes and dots stand between words, they are no letters of them.
create function vn_words(text) returns tsvector language sql immutable parallel safe as
  $$ select to_tsvector('public.vn'::regconfig, translate($1, '“”„‟‘’‚‹›«»…–—―•·', '                 ')) $$;
-- What is typed into a search: quotes of any kind hold a phrase together.
create function vn_query(text) returns tsquery language sql immutable parallel safe as
  $$ select websearch_to_tsquery('public.vn'::regconfig, translate($1, '“”„‟«»‘’‚‹›…–—―•·', '""""""           ')) $$;

update plans set tsv = vn_words(concat_ws(' ', title, number || '/' || symbol, number, symbol, issuing_body))
 where concat(title, issuing_body) ~ '[“”„‟‘’‚‹›«»…–—―•·]';
update documents set tsv = vn_words(concat_ws(' ', title, number || '/' || coalesce(symbol, ''), symbol, issuer_name))
 where concat(title, issuer_name) ~ '[“”„‟‘’‚‹›«»…–—―•·]';
update outputs set tsv = vn_words(concat_ws(' ', title, outlet, author_name))
 where concat(title, outlet, author_name) ~ '[“”„‟‘’‚‹›«»…–—―•·]';
update units u set tsv = setweight(vn_words(concat_ws(' ', u.name, u.short_name)), 'A') || setweight(vn_words(translate(concat_ws(' ',
    u.symbol, (select string_agg(c.code, ' ') from unit_codes c where c.unit_id = u.id)), '/-', '  ')), 'B')
 where concat(u.name, u.short_name) ~ '[“”„‟‘’‚‹›«»…–—―•·]';
