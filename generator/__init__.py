"""Turn data/centres.yaml and the French pages of docs/ into a checked static site.

Read in this order:

- reading: `errors`, `scalars`, `syntax`, `quoting`, `events`, `recovery`, `document` (YAML, each
  value with its place), and `formats` (how problems are told);
- checking: `fields`, `centres` and `front_matter` (the models), `messages`, `rules`, `peers`,
  `directory` (the checked list);
- geography: `gazetteer`, `departements`, `distance`, `lieux`, `shards`;
- making: `french`, `delais`, `evidence`, `cards`, `render`, `pages`, `carte`, `environs`,
  `journey`, `lookup`, `texts`, `publication`, `spelling`, `glossary`, `terms`, `jargon`, `site`;
- reading a page as people do: `sentences`, `prose`, `readability`, `report`;
- making the whole: `rgaa`, `inputs`, `targets`, `menu`, `addresses`, `content`, `search`, `plugin`
  and `engine` (MkDocs);
- the finished folder: `finished`, `links`, `assets`, `policy`, `budgets`, `compress`, `publish`,
  `releases`, `workplace`, and the command line: `__main__`, then a module a command in `commands/`.
"""
