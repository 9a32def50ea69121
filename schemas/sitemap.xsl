<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap.xsl - a sitemap (sitemaps.org, protocol 0.9) of a document of pages, with the
     versions in other languages that pages offer.

       sitescrape -d site/ | xsltproc sitemap.xsl - > sitemap.xml

     Listed is each address once: not pages without one, errors, pages that ask not to be indexed,
     that send their visitors elsewhere, and whose canonical address is another page's. A sitemap
     holds at most 50,000 addresses: the parameter "from" starts at another than the first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:p="urn:siteglean:page:1"
    exclude-result-prefixes="p">

<xsl:output method="xml" encoding="UTF-8" indent="yes"/>
<xsl:param name="from" select="1"/>
<xsl:variable name="most" select="50000"/>

<xsl:key name="path" match="p:page" use="@path"/>
<xsl:key name="url" match="p:page" use="@url"/>
<xsl:key name="noindex" use="../@path"
    match="p:meta[translate(@name, 'ROBTS', 'robts') = 'robots'
                  and (contains(translate(@content, 'NOIDEX', 'noidex'), 'noindex')
                       or contains(concat(',', translate(@content, 'NOE ', 'noe'), ','), ',none,'))]"/>
<xsl:key name="elsewhere" use="../@path"
    match="p:ref[@rel = 'canonical' and @state = 'page' and @target != ../@path
                 or @rel = 'refresh' and not(@target = ../@path)]"/>

<xsl:template match="/">
  <xsl:variable name="pages" select="//p:page[@url and not(@status >= 300)
      and generate-id() = generate-id(key('url', @url)[1])
      and not(key('noindex', @path)) and not(key('elsewhere', @path))]"/>
  <xsl:if test="count($pages) >= $from + $most">
    <xsl:message>sitemap: <xsl:value-of select="count($pages)"/> addresses; the next sitemap is from <xsl:value-of select="$from + $most"/></xsl:message>
  </xsl:if>
  <urlset>
    <xsl:apply-templates
        select="$pages[position() >= $from and position() &lt; $from + $most]"/>
  </urlset>
</xsl:template>

<xsl:template match="p:page">
  <url>
    <loc><xsl:value-of select="@url"/></loc>
    <xsl:apply-templates select="p:fact[@name = 'modified'][1]"/>
    <xsl:variable name="offered" select="p:alternate[not(@outside-head)
        and key('path', @target)/@url]"/>
    <xsl:apply-templates select="$offered"/>
    <xsl:if test="$offered and @lang and not($offered[@target = current()/@path])">
      <xhtml:link rel="alternate" hreflang="{@lang}" href="{@url}"/>
    </xsl:if>
  </url>
</xsl:template>

<!-- W3C date-time: a time needs its zone. -->
<xsl:template match="p:fact">
  <lastmod>
    <xsl:choose>
      <xsl:when test="contains(@value, 'T') and not(contains(@value, 'Z'))
          and not(contains(substring-after(@value, 'T'), '+'))
          and not(contains(substring-after(@value, 'T'), '-'))">
        <xsl:value-of select="substring-before(@value, 'T')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@value"/></xsl:otherwise>
    </xsl:choose>
  </lastmod>
</xsl:template>

<xsl:template match="p:alternate">
  <xhtml:link rel="alternate" hreflang="{@lang}" href="{key('path', @target)/@url}"/>
</xsl:template>

</xsl:stylesheet>
