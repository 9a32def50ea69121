<?xml version="1.0" encoding="UTF-8"?>
<!-- redirects-nginx.xsl - redirects as maps of nginx, to be included in its http block; in a server
     block then: if ($siteglean_to) { return 301 $siteglean_to; }

       sitecsv -r -t redirects redirects.csv | xsltproc redirects-nginx.xsl - > redirects.conf

     Names of paths are decoded, as nginx has them. It compares letters of either case alike, so
     those that differ in nothing else are patterns. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:siteglean:redirects:1" xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="r str">

<xsl:output method="text" encoding="UTF-8"/>
<xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
<xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>
<xsl:key name="alike" match="r:redirect" use="translate(concat(@path, '?', @query),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>

<xsl:template match="/">
  <xsl:variable name="longest">
    <xsl:for-each select="//r:redirect">
      <xsl:sort select="string-length(@escaped)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="string-length(@escaped)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:text>map_hash_bucket_size </xsl:text>
  <xsl:call-template name="power"><xsl:with-param name="least" select="$longest + 40"/></xsl:call-template>
  <xsl:text>;&#10;map_hash_max_size </xsl:text>
  <xsl:call-template name="power"><xsl:with-param name="least" select="2 * count(//r:redirect) + 2048"/></xsl:call-template>
  <xsl:text>;&#10;map $uri $siteglean_path_to {&#10;    default "";&#10;</xsl:text>
  <xsl:apply-templates select="//r:redirect[not(@query)]"/>
  <xsl:text>}&#10;map $uri$is_args$args $siteglean_to {&#10;    default $siteglean_path_to;&#10;</xsl:text>
  <xsl:apply-templates select="//r:redirect[@query]"/>
  <xsl:text>}&#10;</xsl:text>
</xsl:template>

<!-- The first power of two from 128 on that is large enough. -->
<xsl:template name="power">
  <xsl:param name="least"/>
  <xsl:param name="n" select="128"/>
  <xsl:choose>
    <xsl:when test="$n &lt; $least">
      <xsl:call-template name="power">
        <xsl:with-param name="least" select="$least"/>
        <xsl:with-param name="n" select="2 * $n"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="r:redirect">
  <xsl:variable name="query">
    <xsl:if test="@query"><xsl:value-of select="concat('?', @query)"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="key" select="concat(@path, $query)"/>
  <xsl:variable name="is_pattern" select="count(key('alike',
      translate(concat(@path, '?', @query), $upper, $lower))) > 1"/>
  <xsl:text>    "</xsl:text>
  <xsl:if test="$is_pattern">~^\Q</xsl:if>
  <xsl:choose>
    <xsl:when test="$is_pattern"><xsl:value-of select="str:replace($key, '&quot;', '\&quot;')"/></xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="str:replace(str:replace($key, '\', '\\'), '&quot;', '\&quot;')"/>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="$is_pattern">\E$</xsl:if>
  <xsl:value-of select="concat('&quot; &quot;', str:replace(@to, '$', '%24'), '&quot;;&#10;')"/>
</xsl:template>

</xsl:stylesheet>
