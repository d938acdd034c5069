"""Two hundred texts that try to run, by the place that each is meant for.

« § » stands for a number of its own: what runs says which text it was. What can run calls a dialog,
sets `xss`, or, in a template of the build, the environment variable XSS.
"""

from __future__ import annotations

FIRST = 1001
"""Number of the first text."""

_ENV = "cycler.__init__.__globals__.os.environ.setdefault('XSS', '§')"

ELEMENT = (
    "<script>alert(§)</script>",
    "<ScRiPt>alert(§)</sCrIpT >",
    "<script\n>alert(§)</script\t>",
    "<scr<script>ipt>alert(§)</scr</script>ipt>",
    "<script>alert(§)//",
    "<script src=data:text/javascript,alert(§)></script>",
    "<script type=module>window.xss=§</script>",
    "<img src=x onerror=alert(§)>",
    "<img/src=x/onerror=alert(§)>",
    "<IMG SRC=x ONERROR='confirm(§)'>",
    '<img src="x`" onerror="window.xss=§"',
    "<iframe src=javascript:parent.alert(§)></iframe>",
    "<iframe srcdoc='<script>parent.alert(§)</script>'></iframe>",
    "<embed src=javascript:alert(§)>",
    "<body onload=alert(§)>",
    "<base href=javascript:alert(§)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(§)'>",
    "<form action=javascript:alert(§)><input type=submit autofocus>",
    "<<script>alert(§)<</script>",
    "&lt;script&gt;alert(§)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(§)&#62;",
    "&amp;lt;svg onload=alert(§)&amp;gt;",
)

ATTRIBUTE = (
    '" onmouseover="alert(§)',
    "' onmouseover='alert(§)",
    "x onmouseover=alert(§) y",
    "` onmouseover=`alert(§)",
    '" autofocus onfocus="alert(§)" x="',
    '"><script>alert(§)</script><p title="',
    "'><script>alert(§)</script><p title='",
    "><script>alert(§)</script><p title=",
    '"/onclick="alert(§)"/x="',
    "\"'><img src=x onerror=alert(§)>",
    '"><svg/onload=alert(§)>',
    "'-alert(§)-'",
    '" style="animation-name:x" onanimationstart="alert(§)',
    "&quot; onmouseover=&quot;alert(§)",
    '\\" onmouseover=\\"alert(§)',
    '"\nonmouseover="alert(§)',
    'x" onmouseover="alert(§)" href="/assets/x',
    '../../assets/x"onclick="alert(§)"x="',
)

BREAKOUT = (
    "</title><script>alert(§)</script>",
    "</script><script>alert(§)</script>",
    "</script\n><img src=x onerror=alert(§)>",
    "</textarea><img src=x onerror=alert(§)>",
    "</style><script>alert(§)</script>",
    "</template><script>alert(§)</script>",
    "</select></option><img src=x onerror=alert(§)>",
    "</a></h1></div></article></main><script>alert(§)</script>",
    "</xmp></plaintext></iframe></noembed></noframes><img src=x onerror=alert(§)>",
    "--><script>alert(§)</script><!--",
    "--!><img src=x onerror=alert(§)>",
    "<!--><img src=x onerror=alert(§)>-->",
    "]]><script>alert(§)</script>",
    "</dd></dl><dialog open onfocusin=alert(§)><button autofocus>",
)

VECTOR = (
    "<svg onload=alert(§)>",
    "<svg><script>alert(§)</script></svg>",
    "<svg><script>alert&#40;§&#41;</script></svg>",
    "<svg><script href=data:,alert(§) /></svg>",
    "<svg><script xlink:href='data:text/javascript,window.xss=§'></script></svg>",
    "<svg><animate onbegin=alert(§) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(§)><text y=20>x</text></a></svg>",
    "<svg><a><animate attributeName=href values=javascript:alert(§) /><text y=20>x</text></a>",
    "<svg><use href='data:image/svg+xml,<svg id=x><image href=1 onerror=alert(§) /></svg>#x'>",
    "<svg><foreignObject><iframe srcdoc='<script>top.alert(§)</script>'></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(§)></style></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(§)>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=alert(§)></annotation-xml></math>",
)

HANDLER = (
    "<video><source onerror=alert(§)></video>",
    "<audio src=x onerror=alert(§)>",
    "<details open ontoggle=alert(§)>",
    "<input autofocus onfocus=alert(§)>",
    "<select autofocus onfocus=alert(§)>",
    "<marquee onstart=alert(§)>",
    "<p onmouseover=prompt(§)>x",
    "<p onpointerenter=alert(§) onpointerover=alert(§)>x",
    "<p tabindex=1 autofocus onfocusin=window.xss=§>x",
    "<a href=# onclick=alert`§`>x</a>",
    "<button popovertarget=x>x</button><p popover id=x onbeforetoggle=alert(§)>",
    "<img src=x onerror=eval(atob('YWxlcnQoMSk='))//§>",
    "<img src=x onerror=window['al'+'ert'](§)>",
    "<img src=x onerror=[§].find(alert)>",
)

ADDRESS = (
    "javascript:alert(§)",
    "JaVaScRiPt:alert(§)",
    " javascript:alert(§)",
    "\x01javascript:alert(§)",
    "java\tscript:alert(§)",
    "java\nscript:alert(§)",
    "java\r\nscript\t:alert(§)",
    "javascript\t:alert(§)",
    "java&Tab;script:alert(§)",
    "java&#x09;script&colon;alert(§)",
    "&#106;avascript:alert(§)",
    "&#0000106avascript:alert(§)",
    "javascript:%61lert(§)",
    "javascript://exemple.fr/%0Aalert(§)",
    "javascript:'<script>parent.alert(§)</script>'",
    "javascript:alert(§)//https://exemple.fr",
    "https://exemple.fr/\njavascript:alert(§)",
    'https://exemple.fr/" onclick="alert(§)',
    "https://exemple.fr/' onclick='alert(§)",
    "https://exemple.fr/><script>alert(§)</script>",
    "//exemple.fr/x.js?§",
    "data:text/html,<script>alert(§)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==#§",
    "DATA:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(§)'/>",
    "blob:https://exemple.fr/§",
    "mailto:a@exemple.fr?subject=<script>alert(§)</script>",
    "tel:+33142494949;ext=javascript:alert(§)",
)

SCRIPT = (
    '";alert(§);"',
    "';alert(§);'",
    '\\";alert(§);//',
    "`;alert(§);`",
    "${alert(§)}",
    "`${alert(§)}`",
    "${`${window.xss=§}`}",
    "\u2028alert(§)\u2028",
    "\u2029';alert(§)//",
    "\n;alert(§);\n",
    "*/alert(§)/*",
    "//\nalert(§)",
    "<!--\nalert(§)\n-->",
    '"}]);alert(§);poserCentres(map_carte,[{"nom":"',
    "\\u003cscript\\u003ealert(§)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=alert(§)\\x3e",
)

JSON = (
    '","nom":"<script>alert(§)</script>","x":"',
    '"}],"__proto__":{"xss":§},"x":[{"y":"',
    '\\","location":"javascript:alert(§)","x":"\\',
    '{"constructor":{"prototype":{"xss":§}}}',
    '"}</script><script>alert(§)</script>{"x":"',
)

TEMPLATE = (
    "{{ " + _ENV + " }}",
    "{% if " + _ENV + " %}{% endif %}",
    "{%- set x = " + _ENV + " -%}",
    "{# #}{{ " + _ENV + " }}{#",
    "{{ '<script>alert(§)</script>' | safe }}",
    "{% raw %}<script>alert(§)</script>{% endraw %}",
    "{% include 'main.html' %}{{ § }}",
    "{{{ § }}}{{{{ alert(§) }}}}",
    "}}{{ " + _ENV + " }}{{",
    "{noun.__class__.__init__.__globals__}{editeur}{§}",
    "%(asctime)s %s <img src=x onerror=alert(§)>",
    "{{constructor.constructor('alert(§)')()}}",
    "<%= alert(§) %><? alert(§) ?>",
)

MARKDOWN = (
    "[x](javascript:alert(§))",
    "[x](java&#115;cript:alert(§) 'x')",
    "![x](x){: onerror=alert(§) }",
    '![x" onerror="alert(§)](x)',
    "<javascript:alert(§)>",
    "<https://exemple.fr/?onclick=alert(§)>",
    "[x]\n\n[x]: javascript:alert(§)",
    "x {: onclick=alert(§) }",
    "x\n{: onclick=alert(§) style=x }",
    "\n\n# <script>alert(§)</script>\n\n",
    "\n\n<div onclick=alert(§)>\n\nx\n\n</div>\n\n",
    "\n\n</div>\n\n[x](javascript:alert(§))\n\n<div>\n\n",
    '\n\n<div markdown="1">[x](javascript:alert(§))</div>\n\n',
    "```\n</code></pre><script>alert(§)</script>\n```",
    "``` {: onclick=alert(§) }\nx\n```",
    "`<img src=x onerror=alert(§)>`",
    "\n\n    <img src=x onerror=alert(§)>\n\n",
    "x[^1]\n\n[^1]: <img src=x onerror=alert(§)>",
    '*[CAR]: " onmouseover="alert(§)',
    "---\ntitle: <script>alert(§)</script>\ntemplate: x.html\n---\n",
    "| <img src=x onerror=alert(§)> |\n|---|\n| x |",
    "<!-- bloc: mentions --><script>alert(§)</script>",
)

XML = (
    "<![CDATA[<script>alert(§)</script>]]>",
    "]]></loc><script xmlns='http://www.w3.org/1999/xhtml'>alert(§)</script>",
    "<?xml-stylesheet href='javascript:alert(§)'?>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;§</x>",
    "</loc></url><url><loc>javascript:alert(§)</loc></url>",
)

STYLE = (
    "<style>@import 'javascript:alert(§)';</style>",
    "<p style='background:url(javascript:alert(§))'>",
    "red;background:url(javascript:alert(§))",
    "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=alert(§)>",
)

UNICODE = (
    "\uff1cscript\uff1ealert(§)\uff1c/script\uff1e",
    "\u202e<script>alert(§)</script>\u202c",
    "\ufeff<script>alert(§)</script>",
    "<scr\u00adipt>alert(§)</scr\u00adipt>",
    "java\u200bscript:alert(§)",
    "<\u0131mg src=x onerror=alert(§)>",
    "\u00a0javascript:alert(§)",
    "+ADw-script+AD4-alert(§)+ADw-/script+AD4-",
)

CONTROL = (
    "<scr\x00ipt>alert(§)</scr\x00ipt>",
    "java\x00script:alert(§)",
    '"\x00onmouseover="alert(§)',
    "\x00<img src=x onerror=alert(§)>",
    "<img\x0csrc=x\x0conerror=alert(§)>",
    "\x02wzxhzdk:0\x03<img src=x onerror=alert(§)>",
    "\x02klzzwxh:0001\x03\x02amp\x03lt;svg onload=alert(§)>",
)

MUTATION = (
    '<noscript><p title="</noscript><img src=x onerror=alert(§)>">',
    "<template><script>alert(§)</script></template>",
    "<p><template shadowrootmode=open><img src=x onerror=alert(§)></template></p>",
    '<svg></p><style><a id="</style><img src=x onerror=alert(§)>">',
    '<math><mi><style><!--</style><img title="--><img src=x onerror=alert(§)>">',
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img src=x"
    " onerror=alert(§)>'>",
    '<textarea><img title="</textarea><img src=x onerror=alert(§)>"></textarea>',
    '<listing>\n<img title="</listing><img src=x onerror=alert(§)>">',
    "<select><template><style><!--</style><a rel='--></style><img src=x onerror=alert(§)>'>",
    "<table><tr><td></table><img src=x onerror=alert(§)><td>",
    "<a id=poserCentres href=javascript:alert(§)><a id=poserCentres name=x>",
    "<plaintext><img src=x onerror=alert(§)>",
)

KINDS = {
    "element": ELEMENT,
    "attribute": ATTRIBUTE,
    "breakout": BREAKOUT,
    "vector": VECTOR,
    "handler": HANDLER,
    "address": ADDRESS,
    "script": SCRIPT,
    "json": JSON,
    "template": TEMPLATE,
    "markdown": MARKDOWN,
    "xml": XML,
    "style": STYLE,
    "unicode": UNICODE,
    "control": CONTROL,
    "mutation": MUTATION,
}

_WRITTEN = [text for texts in KINDS.values() for text in texts]

PIEGES = tuple(text.replace("§", str(FIRST + place)) for place, text in enumerate(_WRITTEN))
