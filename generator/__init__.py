"""Turn data/centres.yaml and the French pages of docs/ into a checked static site.

Read in this order. What the site is made by:

- reading: `errors`, `scalars`, `syntax`, `quoting`, `events`, `recovery`, `document` (YAML, each
  value with its place), `settings`, and `formats` (how problems are told);
- the models: `forms`, `fields`, `choices`, `sources`, `hopitaux`, `centres`, `front_matter`, and
  `schema` (the same for an editor's program);
- checking: `messages`, `rules`, `peers`, `checker`, `directory` (the checked list);
- geography: `gazetteer`, `departements`, `distance`, `lieux`, `shards`;
- drawing: `projection`, `frames`, `spread`, `labels`, `paths`, `picture`, `vignette`;
- making: `french`, `delais`, `evidence`, `cards`, `render`, `vcard`, `contacts`, `qr`, `pages`,
  `carte`, `environs`, `journey`, `lookup`, `unread`, `paragraphs`, `bold`, `slips`, `texts`,
  `publication`, `spelling`, `glossary`, `historique`, `atom`, `terms`, `jargon`;
- the list as data: `releve`, `donnees`, `tableau`, `geojson`, `telechargements`, `jsonld` (in
  the pages), then `site`;
- making the whole: `rgaa`, `inputs`, `targets`, `menu`, `crossings`, `content`, `markup`,
  `passages`, `search`, `plugin`, `complaints` and `engine` (MkDocs);
- the same on paper: `cited`, `ink`, `chapters`, `phrases`, `pieces`, `nodes`, `paper`, `packing`,
  `typesetting`, `unset`, `livret` (typst);
- the finished folder: `finished`, `links`, `assets`, `policy`, `budgets`, `compress`, `publish`,
  `lingering`, `releases`, `workplace`, `aside`;
- sending it: `served`, `hosting`, `nginx`, `caddy`; without a server, `portable`;
- for another engine: `export` (all that it reads), `foreign` (what it made, finished);
- the preview: `draft`, `watched`, `preview`, `panel`, `host`, `rehearsal`.

What helps its editors:

- reading a page as people do: `sentences`, `prose`, `readability`, `report`;
- the spelling of all of it: `visible`, `orthography`, `written`, `hunspell`;
- what is near a place: `proches`;
- what changes for visitors: `history`, `lenient`, `edition`, `shown`, `details`, `beside`,
  `changes`, `comment`, `wording`, `summary`, and `bulletin`, `journal` (what is noted of it);
- what ages: `echeances`, `rappel`; `adresses`, `reponses`, `demandes`, `verdicts` (other sites);
- the national register: `unpack`, `elements`, `grids`, `register`, `etalab`, `structures`,
  `extract`, `postal`, `differences`, `comparison`, `entry`.

The command line is `__main__`, then a module a command in `commands/`.
"""
