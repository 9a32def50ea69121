<?xml version="1.0" encoding="UTF-8"?>
<!-- html.xsl - the body of a page as text that is HTML, for formats that carry it so. Links to
     other pages of the document become those pages' addresses. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:siteglean:page:1" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:str="http://exslt.org/strings" exclude-result-prefixes="p h str">

<xsl:key name="page" match="p:page" use="@path"/>
<xsl:key name="link" match="p:ref[@state = 'page']" use="concat(../@path, ' ', @href)"/>

<!-- Text as it stands between tags, or in quotes. -->
<xsl:template name="escape">
  <xsl:param name="text"/>
  <xsl:variable name="ampersands" select="str:replace($text, '&amp;', '&amp;amp;')"/>
  <xsl:variable name="less" select="str:replace($ampersands, '&lt;', '&amp;lt;')"/>
  <xsl:value-of select="str:replace(str:replace($less, '&gt;', '&amp;gt;'), '&quot;', '&amp;quot;')"/>
</xsl:template>

<xsl:template match="p:page" mode="html">
  <xsl:apply-templates select="p:main/h:body/node()" mode="html"/>
</xsl:template>

<xsl:template match="text()" mode="html">
  <xsl:call-template name="escape"><xsl:with-param name="text" select="."/></xsl:call-template>
</xsl:template>

<!-- The place of what is no part of the body. -->
<xsl:template match="p:cut" mode="html"/>

<xsl:template match="*" mode="html">
  <xsl:value-of select="concat('&lt;', local-name())"/>
  <xsl:if test="namespace-uri() != namespace-uri(..)">
    <xsl:value-of select="concat(' xmlns=&quot;', namespace-uri(), '&quot;')"/>
  </xsl:if>
  <xsl:apply-templates select="@*" mode="html"/>
  <xsl:text>></xsl:text>
  <xsl:apply-templates mode="html"/>
  <xsl:value-of select="concat('&lt;/', local-name(), '>')"/>
</xsl:template>

<!-- HTML 13.1.2: void elements. -->
<xsl:template mode="html" priority="1"
    match="h:area|h:br|h:col|h:embed|h:hr|h:img|h:input|h:param|h:source|h:track|h:wbr">
  <xsl:value-of select="concat('&lt;', local-name())"/>
  <xsl:apply-templates select="@*" mode="html"/>
  <xsl:text>></xsl:text>
</xsl:template>

<xsl:template match="@*" mode="html">
  <xsl:value-of select="concat(' ', local-name(), '=&quot;')"/>
  <xsl:call-template name="escape"><xsl:with-param name="text" select="."/></xsl:call-template>
  <xsl:text>"</xsl:text>
</xsl:template>

<!-- Where things stood in the saved page. -->
<xsl:template match="@data-at" mode="html"/>

<xsl:template match="h:a/@href|h:area/@href" mode="html" priority="1">
  <xsl:variable name="page"
      select="key('page', key('link', concat(ancestor::p:page/@path, ' ', .))[1]/@target)[1]"/>
  <xsl:text> href="</xsl:text>
  <xsl:call-template name="escape">
    <xsl:with-param name="text">
      <xsl:choose>
        <xsl:when test="$page/@url and not(starts-with(., '#'))">
          <xsl:value-of select="$page/@url"/>
          <xsl:if test="contains(., '#')">
            <xsl:value-of select="concat('#', substring-after(., '#'))"/>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
  <xsl:text>"</xsl:text>
</xsl:template>

</xsl:stylesheet>
